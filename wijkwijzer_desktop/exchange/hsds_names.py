"""How the tables of HSDS are called, through its versions, and what belongs to what."""

from typing import Final

# What a file is called, beside the name of version 3.
NAMED: Final = {
    "organization": "organizations",
    "service": "services",
    "services_at_location": "service_at_location",
    "service_at_locations": "service_at_location",
    "location": "locations",
    "phone": "phones",
    "contact": "contacts",
    "address": "addresses",
    "physical_address": "addresses",
    "physical_addresses": "addresses",
    "postal_address": "mail_addresses",
    "postal_addresses": "mail_addresses",
    "schedule": "schedules",
    "regular_schedule": "schedules",
    "regular_schedules": "schedules",
    "holiday_schedule": "holiday_schedules",
    "service_area": "service_areas",
    "required_document": "required_documents",
    "language": "languages",
    "cost_option": "cost_options",
    "attribute": "attributes",
    "service_attribute": "attributes",
    "service_attributes": "attributes",
    "service_taxonomy": "attributes",
    "taxonomy_term": "taxonomy_terms",
    "taxonomy": "taxonomy_terms",
    "eligibilities": "eligibility",
}
# Joined to services below; those with nothing behind them say nothing about a service that we keep.
KNOWN: Final = {
    "organizations": "organization",
    "services": "service",
    "service_at_location": "service_at_location",
    "locations": "location",
    "phones": "phone",
    "contacts": "contact",
    "addresses": "address",
    "mail_addresses": "address",
    "schedules": "schedule",
    "holiday_schedules": "holiday_schedule",
    "service_areas": "service_area",
    "required_documents": "required_document",
    "languages": "language",
    "cost_options": "cost_option",
    "attributes": "attribute",
    "taxonomy_terms": "taxonomy_term",
    "eligibility": "eligibility",
}
# Of what else they may be: table, and the column that names the row there.
CHILDREN: Final = {
    "services": (
        ("phones", "service_id"),
        ("schedules", "service_id"),
        ("holiday_schedules", "service_id"),
        ("service_areas", "service_id"),
        ("required_documents", "service_id"),
        ("languages", "service_id"),
        ("cost_options", "service_id"),
        ("contacts", "service_id"),
        ("eligibility", "service_id"),
        ("service_at_location", "service_id"),
    ),
    "service_at_location": (
        ("phones", "service_at_location_id"),
        ("schedules", "service_at_location_id"),
        ("holiday_schedules", "service_at_location_id"),
        ("contacts", "service_at_location_id"),
    ),
    "locations": (
        ("addresses", "location_id"),
        ("mail_addresses", "location_id"),
        ("phones", "location_id"),
        ("schedules", "location_id"),
        ("holiday_schedules", "location_id"),
        ("contacts", "location_id"),
        ("languages", "location_id"),
    ),
    "contacts": (("phones", "contact_id"),),
    "organizations": (("phones", "organization_id"),),
}
LINKED: Final = ("services", "schedules")
