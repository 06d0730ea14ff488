"""Named questions: one .cypher file and one Python twin each, and the flow from typed values to an answer."""

from sscb_graph.questions.answer import Answer, Origin
from sscb_graph.questions.ask import Asker, ask
from sscb_graph.questions.loader import Question, all_questions, question

__all__ = ["Answer", "Asker", "Origin", "Question", "all_questions", "ask", "question"]
