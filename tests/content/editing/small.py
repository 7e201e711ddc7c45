"""Little content, written as people write: with comments, headings and quotes of their own."""

from wijkwijzer_desktop.content.editing.drafting import YamlDrafting
from wijkwijzer_desktop.desk.drafting import Draft
from wijkwijzer_desktop.domain.persona import Persona
from wijkwijzer_desktop.domain.questionnaire import Question

QUESTIONNAIRE = """\
# All questions.
version: '2026.11'  # year and month

questions:

  # -- begin ----------
  - id: begin.topics
    part: begin
    text: Waar wilt u hulp bij?
    several: true
    options:
      - {id: geld, text: Geld, pictogram: coins}  # the first
      - {id: post, text: "Brieven", pictogram: mail}
      - {id: alles, text: Loop alles langs, pictogram: list, exclusive: true}

  # -- geld -----------
  - id: geld.open
    part: topic
    topic: geld
    # Ask this first.
    text: Lukt het met uw geld?
    help: 'Denk aan huur: en energie.'
    guidance: |-
      Waarvoor: weten wat er is.
      Let op: geen bedragen.
    show_if: {question: begin.topics, any_of: [geld, alles]}
    options:
      - {id: ja, text: "Ja", pictogram: check}
      # Said most often.
      - {id: nee, text: Nee, pictogram: x}
  # About the pile at home.
  - id: geld.post
    part: topic
    topic: geld
    text: Ligt er nog post?
    show_if:
      any:
        - {question: begin.topics, is: geld}
        - {question: geld.open, is: nee}
    options:
      - {id: ja, text: Ja}
      - {id: nee, text: Nee}

  # -- post -----------
  - id: post.open
    part: topic
    topic: post
    text: Begrijpt u uw brieven?
    show_if: {question: begin.topics, any_of: [post, alles]}
    options:
    - id: ja
      text: Ja
    - id: nee
      text: Nee

  - id: about.area
    part: about
    text: Waar woont u?
    label: waar u woont
    options:
      - {id: noord, text: Noord}
      - {id: zuid, text: Zuid}
  - id: about.leeftijd
    part: about
    text: Hoe oud bent u?
    label: uw leeftijd
    options:
      - {id: jong, text: Jong, range: {low: 0, high: 17}}
      - {id: oud, text: Ouder, range: {low: 18, high: 120}}
# The end.
"""
TOPICS = """\
conversation: wijkteam
topics:
  # -- maatschappelijk --
  - id: geld
    name: Geld
    domain: maatschappelijk
    pictogram: coins
    children:
      - id: geld.schulden
        name: Ik heb schulden
        fallback: true
        rules:
          - {severity: light, when: {question: geld.open, is: nee}}
          # A pile is worse.
          - {severity: heavy, when: {question: geld.post, is: ja}}
      # Not money itself.
      - id: geld.papier
        name: Mijn papieren
        rules:
          - severity: medium
            when:
              all:
                - {question: geld.open, is: nee}
                - {question: geld.post, is: nee}
  - id: post
    name: Brieven
    domain: geest
    pictogram: mail
    children:
      - {id: post.hulp, name: Hulp met brieven, fallback: true, rules: [{severity: light, when: {question: post.open, is: nee}}]}
"""
SIGNALS = """\
signals:
  - id: nood
    concern: geld.schulden
    title: Bel nu
    text: Bel nu 112.
    when: {question: geld.post, is: ja}
    services: ["112"]
"""
PLACES = "places:\n  - {id: noord, name: Noord, within: [stad], postcodes: ['7500']}\n  - {id: zuid, name: Zuid}\n"
PERSONAS = """\
personas:
  # -- geld --
  - id: fatma
    who: Fatma, 34
    at: 2026-11-24T10:00
    counter: balie
    visit:
      area: noord
      answers: {begin.topics: [geld], geld.open: nee, geld.post: null}
      order: [geld.schulden]
    concerns: [geld.schulden]
    must: [helper]
  - id: henk  # older
    who: Henk, 71
    at: 2026-11-24T11:15
    counter: balie
    visit:
      language: ar
      answers: {begin.topics: [post], post.open: nee, about.leeftijd: weet-ik-niet}
    concerns: [post.hulp]
"""
TEXTS = {"questionnaire": QUESTIONNAIRE, "topics": TOPICS, "signals": SIGNALS, "places": PLACES, "personas": PERSONAS}
DRAFTING = YamlDrafting()


def small() -> Draft:
    return DRAFTING.read(TEXTS, "2026.11-000000", 0)


def question(draft: Draft, name: str) -> Question:
    return draft.pack.questionnaire.by_id[name]


def persona(draft: Draft, name: str) -> Persona:
    return next(one for one in draft.personas if one.id == name)
