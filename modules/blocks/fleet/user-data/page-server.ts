/** The page's server, in Python. The handshake is left to each connection's thread, so that none holds up the others. */
export const pageServer = `import html
import logging.handlers
import os
import ssl
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

port, certificate, key, log_file, *health_paths = sys.argv[1:]
log = logging.handlers.RotatingFileHandler(log_file, maxBytes=10_000_000, backupCount=1)
logging.basicConfig(handlers=[log], level=logging.INFO, format="%(asctime)s %(message)s")
title = html.escape("The shop: " + os.environ["SERVICE"] + " in " + os.environ["AWS_REGION"])
PAGE = "<!doctype html><html lang='en'><title>" + title + "</title><h1>" + title + "</h1></html>"


class Page(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 75

    def do_GET(self):
        if self.path in health_paths:
            self.answer(200, "text/plain", "ok")
        elif self.path == "/":
            self.answer(200, "text/html; charset=utf-8", PAGE)
        else:
            self.answer(404, "text/plain", "not found")

    do_HEAD = do_GET

    def answer(self, status, media_type, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, form, *values):
        if self.path not in health_paths:
            logging.info(form, *values)


server = ThreadingHTTPServer(("0.0.0.0", int(port)), Page)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.minimum_version = ssl.TLSVersion.TLSv1_2
context.load_cert_chain(certificate, key)
server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
server.serve_forever()
`;
