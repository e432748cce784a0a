"""A mail server on loopback for the tests, on aiosmtpd: STARTTLS before anything else, sign-in where asked for, mails kept as files.

smtp_server.py FOLDER CERTIFICATE KEY MODE     MODE: tls | plain (no STARTTLS offered) | optional (offered, not required)

What it does with a recipient is in the name before the @: refused (550), busy (451 the first time), dropped (the connection ends in the middle of the
message, the first time), lost (the message is taken and the connection ends before that is said, the first time). Ends when its standard input does.
"""
import asyncio
import logging
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

FOLDER, CERTIFICATE, KEY, MODE = sys.argv[1:5]
seen = set()
logging.disable(logging.CRITICAL)


def first_time(what):
    if what in seen:
        return False
    seen.add(what)
    return True


def name_of(address):
    return address.split("@")[0]


def keep(envelope, tls):
    number = len(os.listdir(FOLDER))
    partial = os.path.join(os.path.dirname(FOLDER), "partial-mail")
    with open(partial, "wb") as mail:
        mail.write(f"X-Test-Tls: {tls}\r\nX-Test-To: {','.join(envelope.rcpt_tos)}\r\n".encode())
        mail.write(envelope.content)
    os.rename(partial, os.path.join(FOLDER, f"{number:04}.eml"))


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if name_of(address) == "refused":
            return "550 5.1.1 no such user here"
        if name_of(address) == "busy" and first_time(address):
            return "451 4.3.0 busy, come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        keep(envelope, session.ssl is not None)
        if name_of(envelope.rcpt_tos[0]) == "lost" and first_time(envelope.rcpt_tos[0]):
            server.transport.abort()
        return "250 OK"


class Server(SMTP):
    async def smtp_AUTH(self, arg):
        # Names of mechanisms are the same in either case (RFC 4422, 3.1); aiosmtpd knows them in capitals only.
        mechanism, _, rest = (arg or "").partition(" ")
        await super().smtp_AUTH(f"{mechanism.upper()} {rest}".strip())

    async def smtp_DATA(self, arg):
        if self.envelope.rcpt_tos and name_of(self.envelope.rcpt_tos[0]) == "dropped" and first_time("dropped"):
            await self.push("354 End data with <CR><LF>.<CR><LF>")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def sign_in(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"reports" and data.password == b"open sesame, please", handled=False)


async def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE, KEY)
    auth = {"authenticator": sign_in, "auth_required": MODE == "tls", "auth_require_tls": True}
    tls = {} if MODE == "plain" else {"tls_context": context, "require_starttls": MODE == "tls"}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Server(Handler(), hostname="mail.test", loop=loop, **tls, **auth), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main())
