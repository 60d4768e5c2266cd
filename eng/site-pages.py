#!/usr/bin/env python3
"""Copies the repository's pages to a folder as docfx wants them: links to folders and to files that are no pages lead to the repository."""
import os
import re
import shutil
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REPOSITORY = "https://github.com/typedexplain/typedexplain"
FOLDERS = ["docs", "samples", ".github"]
KEPT = (".md", ".svg", ".png", ".json", ".yml")


def pages():
    for name in sorted(os.listdir(ROOT)):
        if name.endswith(".md"):
            yield name
    for folder in FOLDERS:
        for place, folders, files in os.walk(os.path.join(ROOT, folder)):
            folders[:] = sorted(one for one in folders if one not in ("bin", "obj"))
            for name in sorted(files):
                # Of the samples only the pages: their settings are no part of the site.
                if name.endswith(KEPT if folder == "docs" else ".md") and name not in ("docfx.json", "site-filter.yml"):
                    yield os.path.relpath(os.path.join(place, name), ROOT)


def rewritten(text, page, kept):
    def link(match):
        target, _, anchor = match[2].partition("#")
        if not target or ":" in target:
            return match[0]
        path = os.path.normpath(os.path.join(os.path.dirname(page), target))
        if path in kept or not os.path.exists(os.path.join(ROOT, path)):
            return match[0]
        if os.path.join(path, "README.md") in kept:
            return f"{match[1]}({os.path.join(target, 'README.md')})"
        kind = "tree" if os.path.isdir(os.path.join(ROOT, path)) else "blob"
        return f"{match[1]}({REPOSITORY}/{kind}/main/{path}{'#' + anchor if anchor else ''})"

    # Code is left alone.
    parts = re.split(r"(^```.*?^```$)", text, flags=re.S | re.M)
    return "".join(part if i % 2 else re.sub(r"(\[[^\]]*\])\(([^)\s]+)\)", link, part) for i, part in enumerate(parts))


def main(folder):
    kept = set(pages())
    for path in sorted(kept):
        goal = os.path.join(folder, path)
        os.makedirs(os.path.dirname(goal), exist_ok=True)
        if path.endswith(".md"):
            with open(os.path.join(ROOT, path), encoding="utf-8") as file:
                text = rewritten(file.read(), path, kept)
            with open(goal, "w", encoding="utf-8") as file:
                file.write(text)
        else:
            shutil.copyfile(os.path.join(ROOT, path), goal)
    with open(os.path.join(folder, "toc.yml"), "w", encoding="utf-8") as file:
        file.write("- name: Documentation\n  href: docs/\n  homepage: docs/index.md\n- name: API\n  href: api/\n- name: Changes\n  href: CHANGELOG.md\n")


main(sys.argv[1])
