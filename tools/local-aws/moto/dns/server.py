"""Answers DNS over UDP on loopback, for the zones of Route 53."""

import socket
import threading
import traceback
from contextlib import AbstractContextManager

from dns.answer import Unanswerable, answer
from dns.health import healthy
from dns.zones import records_of, zone_of
from dnslib import QTYPE, RCODE, RR, DNSError, DNSRecord


def reply(question: DNSRecord, off: set[str]) -> DNSRecord:
    """What a question is answered with: REFUSED for a name of no zone, SERVFAIL for what is not evaluated."""
    answered = question.reply(ra=0, aa=1)
    name, kind = str(question.q.qname), QTYPE[question.q.qtype]
    found = zone_of(name)
    if found is None:
        answered.header.rcode = RCODE.REFUSED
        return answered
    backend, zone = found
    records = records_of(zone)
    try:
        given = answer(name, kind, records, lambda check: healthy(backend, off, check))
    except Unanswerable:
        answered.header.rcode = RCODE.SERVFAIL
        return answered
    for owner, of, ttl, value in given.records:
        answered.add_answer(*RR.fromZone(f"{owner} {ttl} IN {of} {value}"))
    if not given.known:
        answered.header.rcode = RCODE.NXDOMAIN
    if not any(of == kind for _, of, _, _ in given.records):
        for start in (each for each in records if each.type == "SOA"):
            answered.add_auth(*RR.fromZone(f"{start.name} {start.ttl} IN SOA {start.values[0]}"))
    return answered


def serve(host: str, port: int, off: set[str], lock: AbstractContextManager[object]) -> None:
    """Listens in a thread of its own. A datagram that is no question is not answered."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listening.bind((host, port))

    def answering() -> None:
        while True:
            datagram, asker = listening.recvfrom(4096)
            try:
                question = DNSRecord.parse(datagram)
            except DNSError:
                continue
            try:
                with lock:
                    answered = reply(question, off)
            except Exception:
                # It must go on answering others; the traceback is among moto's last words.
                traceback.print_exc()
                answered = question.reply(ra=0, aa=0)
                answered.header.rcode = RCODE.SERVFAIL
            listening.sendto(answered.pack(), asker)

    threading.Thread(target=answering, daemon=True).start()
