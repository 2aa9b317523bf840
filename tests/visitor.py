"""A browser without JavaScript, for the tests of a whole site: it reads a form and sends what stands in it."""
import collections
import html.parser
import http.client
import urllib.parse

Answer = collections.namedtuple("Answer", "status headers page")
Field = collections.namedtuple("Field", "kind name value checked")


class Page(html.parser.HTMLParser):
    """What a page has: the fields of the first form in <main> and where it goes, its summary list, the reference; the
    buttons that send it, or the form that they name, in the order of the page.
    """

    def __init__(self, page):
        super().__init__()
        self.main = self.form = False
        self.action, self.fields, self.rows, self.reference = None, [], [], None
        self.buttons = []       # (name, formaction)
        self.element, self.attrs, self.heard = None, {}, ""     # whose text is wanted
        self.feed(page.replace("\r\n", "\n").replace("\r", "\n"))

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "main":
            self.main = True
        elif tag == "form" and self.main and self.action is None:
            self.form, self.action = True, attrs["action"]
        elif tag == "button" and (self.form or "form" in attrs):
            self.buttons.append((attrs.get("name"), attrs.get("formaction")))
        elif tag == "input" and self.form:
            self.fields.append(Field(attrs.get("type", "text"), attrs.get("name"), attrs.get("value") or "",
                                     "checked" in attrs))
        elif tag == "select" and self.form:     # a browser sends the first option when none is selected
            self.fields.append(Field(tag, attrs["name"], None, False))
        elif tag == "option" and self.form:
            if "selected" in attrs or self.fields[-1].value is None:
                self.fields[-1] = self.fields[-1]._replace(value=attrs.get("value") or "", checked="selected" in attrs)
        elif tag in ("textarea", "dt", "dd") or attrs.get("id") == "reference":
            self.element, self.attrs, self.heard = tag, attrs, ""
        elif tag == "br":
            self.heard += "\n"

    def handle_data(self, data):
        self.heard += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = False
        if tag != self.element:
            return
        if tag == "textarea" and self.form:     # the first line end is the markup's own
            self.fields.append(Field(tag, self.attrs.get("name"), self.heard.removeprefix("\n"), False))
        elif tag == "dt":
            self.rows.append([self.heard.strip()])
        elif tag == "dd":
            self.rows[-1].append(self.heard.strip())
        elif self.attrs.get("id") == "reference":
            self.reference = self.heard.strip()
        self.element = None

    def filled(self, **typed):
        """The pairs that a browser sends once the fields of TYPED have those values: a text, or a list of choices."""
        pairs = []
        for field in self.fields:
            given = typed.get(field.name)
            if field.kind in ("radio", "checkbox"):
                chosen = [given] if isinstance(given, str) else given
                if field.checked if chosen is None else field.value in chosen:
                    pairs.append((field.name, field.value))
            elif field.name:
                value = field.value if given is None else given
                if isinstance(value, str):      # bytes are sent as they are
                    value = value.replace("\r\n", "\n").replace("\n", "\r\n")
                pairs.append((field.name, value))
        return pairs


class Visitor:
    """One browser: its cookies, a connection for each request."""

    def __init__(self, base, keeps_cookies=True):
        self.host, self.keeps_cookies, self.cookies = urllib.parse.urlsplit(base).netloc, keeps_cookies, {}

    def ask(self, method, path, body=None, headers=()):
        """The answer to one request; BODY is bytes or the pairs of a form.  OSError or HTTPException when none came."""
        sent = {} if body is None else {"Content-Type": "application/x-www-form-urlencoded"}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent.update(headers)
        if isinstance(body, list):
            body = urllib.parse.urlencode(body).encode()
        connection = http.client.HTTPConnection(self.host, timeout=30)
        try:
            connection.request(method, path, body, {name: value for name, value in sent.items() if value is not None})
            answer = connection.getresponse()
            page = answer.read().decode()
        finally:
            connection.close()
        if self.keeps_cookies:
            for cookie in answer.headers.get_all("Set-Cookie", []):
                name, _, value = cookie.split(";")[0].partition("=")
                self.cookies[name] = value
        return Answer(answer.status, answer.headers, page)

    def follow(self, path):
        """(path, answer) behind every redirect."""
        for _ in range(10):
            answer = self.ask("GET", path)
            if answer.status != 303:
                return path, answer
            path = answer.headers["Location"]
        raise RuntimeError(f"{path}: redirects without end")
