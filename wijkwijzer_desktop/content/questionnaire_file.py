"""Questions written as the file that editors know, from nothing."""

from io import StringIO

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from wijkwijzer_desktop.content.editing.blocks import round_trip
from wijkwijzer_desktop.content.editing.fields import write_question
from wijkwijzer_desktop.content.schema import document_in
from wijkwijzer_desktop.domain.questionnaire import Question, Questionnaire

INDENT = 2


def questionnaire_text(questionnaire: Questionnaire, version: str, file: str) -> str:
    """The text of a questionnaire.yaml. version: year and month, "2026.11". file: its name, for the findings.

    Raises ContentRefusedError for questions that such a file can't hold.
    """
    listed = CommentedSeq([_written(question) for question in questionnaire.questions])
    stream = StringIO()
    whole = CommentedMap({"version": DoubleQuotedScalarString(version), "questions": listed})
    round_trip(INDENT).dump(whole, stream)
    document_in(stream.getvalue(), "questionnaire", file)
    return stream.getvalue()


def _written(question: Question) -> CommentedMap:
    data = CommentedMap()
    write_question(data, question)
    return data
