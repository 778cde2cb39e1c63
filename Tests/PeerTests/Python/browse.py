"""Opens HTML pages in headless Chromium, driven over its DevTools protocol, and prints a JSON array with what it saw of each.

Usage: browse.py CHROMIUM FILE...

Of a page it tells, for each width: the messages of the console, what was asked for besides the page, what is wider than the window,
links that lead nowhere, and the boxes of the parts. Of its last width also what keys and colour schemes do.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading

import websocket

WIDTHS = [400, 800, 1400]

# What does not depend on fonts: where parts begin and how wide they are, and the areas of the treemap in thousandths of it.
BOXES = """(() => {
  const box = element => {
    const { x, width } = element.getBoundingClientRect()
    return [Math.round(x), Math.round(width)]
  }
  const boxes = {}
  for (const selector of ["main", "h1", "nav", ".cards", "h2", ".finding", "svg", ".tree"]) {
    boxes[selector] = [...document.querySelectorAll(selector)].map(box)
  }
  const map = document.querySelector("svg")?.getBoundingClientRect()
  boxes.areas = [...document.querySelectorAll("svg rect")].slice(0, 40).map(element => {
    const area = element.getBoundingClientRect()
    return [(area.x - map.x) / map.width, (area.y - map.y) / map.height, area.width / map.width, area.height / map.height]
      .map(share => Math.round(1000 * share))
  })
  return boxes
})()"""

FAULTS = """(async () => {
  const faults = []
  const root = document.documentElement
  if (root.scrollWidth > innerWidth) faults.push(`${root.scrollWidth} wide in ${innerWidth}`)
  let bottom = 0
  for (const part of document.querySelectorAll("h1, .cards, nav, h2, .finding, main > svg, .tree")) {
    const box = part.getBoundingClientRect()
    if (box.top < bottom - 1) faults.push(`<${part.localName} class="${part.className}"> overlaps what is above it`)
    bottom = box.bottom
  }
  const links = [...document.querySelectorAll("a[href]")]
  const step = Math.max(1, Math.floor(links.length / 40))
  for (let index = 0; index < links.length; index += step) {
    const href = links[index].getAttribute("href")
    location.hash = href
    await new Promise(requestAnimationFrame)
    const target = document.getElementById(href.slice(1))
    const box = target?.getBoundingClientRect()
    if (!box || box.height === 0 || box.bottom < 0 || box.top > innerHeight) faults.push(`${href} is not shown`)
  }
  const levels = [...document.querySelectorAll("h1, h2, h3")].map(heading => Number(heading.localName[1]))
  if (levels[0] !== 1 || levels.some((level, index) => index > 0 && (level === 1 || level > levels[index - 1] + 1))) {
    faults.push(`headings ${levels}`)
  }
  for (const meter of document.querySelectorAll("meter:not([aria-label])")) faults.push(`no label: ${meter.outerHTML}`)
  for (const map of document.querySelectorAll("svg")) {
    if (!map.querySelector("title") || !map.querySelector("desc")) faults.push("a picture without title and desc")
    for (const area of map.querySelectorAll("a")) if (!area.querySelector("title")) faults.push("an area without a title")
  }
  history.replaceState(null, "", location.pathname)
  return faults
})()"""

# Text that stands out too little from what is behind it (WCAG 2.2, 1.4.3).
CONTRAST = """(() => {
  const parts = color => color.match(/[\\d.]+/g).slice(0, 3).map(Number)
  const light = color => {
    const [red, green, blue] = parts(color).map(value => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const faults = new Set()
  for (const element of document.querySelectorAll("main *")) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())) continue
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml") continue
    const { color, opacity } = getComputedStyle(element)
    let behind = element
    while (behind && getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement
    const [one, other] = [light(color), light(getComputedStyle(behind ?? document.body).backgroundColor)].sort((a, b) => b - a)
    const contrast = (one + 0.05) / (other + 0.05)
    if (contrast < 4.5 || opacity !== "1") faults.add(`${element.localName}.${element.className}: ${contrast.toFixed(1)}, ${opacity}`)
  }
  return [...faults]
})()"""


class Browser:
    def __init__(self, program, folder):
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage", "--remote-debugging-port=0",
                   "--remote-allow-origins=*", "--no-first-run", f"--user-data-dir={folder}", "about:blank"]
        # What it leaves in the folder of temporary files goes with the profile.
        self.process = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, "TMPDIR": folder})
        for line in self.process.stderr:
            if found := re.search(r"DevTools listening on (ws://\S+)", line):
                break
        else:
            sys.exit("the browser did not start")
        # A pipe that nobody reads would stop it.
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        self.socket = websocket.create_connection(found[1], timeout=120)
        self.count, self.events = 0, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(domain + ".enable")

    def call(self, method, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if getattr(self, "session", None):
            message["sessionId"] = self.session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.count:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(json.loads(self.socket.recv()))

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            sys.exit(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key):
        codes = {"Tab": 9, "Enter": 13}
        for kind in ["keyDown", "keyUp"]:
            text = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=codes[key], **text)

    def open(self, address, width):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.events.clear()
        self.call("Page.navigate", url=address)
        self.wait("Page.loadEventFired")

    def messages(self, address):
        """What the console said, and what was asked for besides the page."""
        said = []
        for event in self.events:
            parameters = event.get("params", {})
            match event.get("method"):
                case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Log.entryAdded":
                    said.append(json.dumps(parameters)[:300])
                case "Network.requestWillBeSent":
                    url = parameters["request"]["url"]
                    if url.partition("#")[0] != address:
                        said.append(f"asks for {url}")
        return said


def keys(browser):
    """What cannot be reached or used by keys."""
    browser.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    links = browser.evaluate("document.querySelectorAll('a[href], summary').length")
    reached = set()
    for _ in range(min(links, 12)):
        browser.press("Tab")
        reached.add(browser.evaluate("""(() => {
          const element = document.activeElement
          return `${[...document.querySelectorAll("a[href], summary")].indexOf(element)} ${getComputedStyle(element).outlineStyle}`
        })()"""))
    faults = [place for place in reached if place.startswith("-1") or place.endswith(" none")]
    if len(reached) < min(links, 12):
        faults.append(f"{len(reached)} places of {links} are reached")
    folds = """(() => {
      const fold = document.querySelector("details details") ?? document.querySelector("details")
      fold?.querySelector("summary").focus()
      return fold?.open
    })()"""
    before = browser.evaluate(folds)
    if before is not None:
        browser.press("Enter")
        if browser.evaluate(folds) == before:
            faults.append("Enter does not fold")
    return faults


def examine(browser, file):
    address = pathlib.Path(file).resolve().as_uri()
    page = {"messages": [], "faults": [], "boxes": {}}
    for width in WIDTHS:
        browser.open(address, width)
        page["boxes"][str(width)] = browser.evaluate(BOXES)
        page["faults"] += [f"at {width}: {fault}" for fault in browser.evaluate(FAULTS)]
        page["messages"] += browser.messages(address)
    # Anew, since keys go on from where the last link led to.
    browser.open(address, WIDTHS[-1])
    page["faults"] += keys(browser)
    for scheme in ["light", "dark"]:
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        page["faults"] += [f"{scheme}: {fault}" for fault in browser.evaluate(CONTRAST)]
    page["backgrounds"] = []
    for scheme in ["light", "dark"]:
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        page["backgrounds"].append(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
    browser.call("Emulation.setEmulatedMedia", features=[])
    page["printed"] = len(browser.call("Page.printToPDF")["data"])
    return page


with tempfile.TemporaryDirectory() as folder:
    browser = Browser(sys.argv[1], folder)
    try:
        print(json.dumps([examine(browser, file) for file in sys.argv[2:]]))
    finally:
        browser.process.terminate()
        browser.process.wait()
