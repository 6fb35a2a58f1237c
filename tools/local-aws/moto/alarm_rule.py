"""The rule of a composite alarm: which alarms it names, and its state from theirs.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
"""

import re
from collections.abc import Callable

TOKEN = re.compile(r'\s*(?:(\()|(\))|(AND|OR|NOT|TRUE|FALSE)\b|(ALARM|OK|INSUFFICIENT_DATA)\(\s*(?:"([^"]+)"|([^")\s]+))\s*\))')
State = Callable[[str], str]
Term = Callable[[State], bool]


class BadRule(Exception):
    pass


class Rule:
    """A parsed rule. Alarms are named by name or ARN; a name ends an ARN."""

    def __init__(self, text: str) -> None:
        self.names: list[str] = []
        self._tokens = self._read(text.strip())
        self._holds = self._any()
        if self._tokens:
            raise BadRule("AlarmRule goes on after its end")

    def holds(self, state: State) -> bool:
        return self._holds(state)

    @staticmethod
    def _read(text: str) -> list[tuple[str, str]]:
        tokens, at = [], 0
        while at < len(text):
            found = TOKEN.match(text, at)
            if found is None:
                raise BadRule(f"AlarmRule cannot be read at: {text[at:].strip()[:40]}")
            opened, closed, word, state, quoted, bare = found.groups()
            tokens.append((opened or closed or word or state, (quoted or bare or "").split(":alarm:")[-1]))
            at = found.end()
        return tokens

    def _take(self, word: str) -> bool:
        if self._tokens and self._tokens[0][0] == word:
            self._tokens.pop(0)
            return True
        return False

    def _any(self) -> Term:
        terms = [self._all()]
        while self._take("OR"):
            terms.append(self._all())
        return lambda state: any(term(state) for term in terms)

    def _all(self) -> Term:
        terms = [self._one()]
        while self._take("AND"):
            terms.append(self._one())
        return lambda state: all(term(state) for term in terms)

    def _one(self) -> Term:
        if not self._tokens:
            raise BadRule("AlarmRule ends too early")
        word, name = self._tokens.pop(0)
        if word == "NOT":
            negated = self._one()
            return lambda state: not negated(state)
        if word == "(":
            inner = self._any()
            if not self._take(")"):
                raise BadRule("AlarmRule lacks a closing parenthesis")
            return inner
        if word in ("TRUE", "FALSE"):
            return lambda _: word == "TRUE"
        if not name:
            raise BadRule(f"AlarmRule has {word} where an alarm is expected")
        self.names.append(name)
        return lambda state: state(name) == word
