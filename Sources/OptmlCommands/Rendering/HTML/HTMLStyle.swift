import ModelArtifacts

/// The style sheet of a page, and the policy that allows it and nothing else.
///
/// What colours mean is said in words too, and the page can be read where a server forbids the style sheet.
enum HTMLStyle {
    /// `Content-Security-Policy`: https://www.w3.org/TR/CSP3/. The hash is that of the sheet as it stands between the tags.
    static let policy: String = {
        var hash = SHA256()
        unsafe Array(sheet.utf8).withUnsafeBytes { unsafe hash.update($0) }
        let digest = Base64.encode(hash.finish())
        return "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
    }()

    /// What fills a cell of the treemap, by the worst that is said of it. White on each has a contrast of at least 4.5.
    static func fill(_ severity: Severity?) -> String {
        switch severity {
        case .error: "#b3261e"
        case .warning: "#8a5a00"
        case .note: "#0b57d0"
        case nil: "#4a5560"
        }
    }

    static let sheet = """
        :root{color-scheme:light dark;--back:#fff;--text:#1b1f23;--dim:#57606a;--line:#d0d7de;--card:#f6f8fa;\
        --error:#b3261e;--warning:#7a4f00;--note:#0b57d0;--good:#116329}
        @media(prefers-color-scheme:dark){:root{--back:#0d1117;--text:#e6edf3;--dim:#9198a1;--line:#3d444d;--card:#161b22;\
        --error:#ff8a80;--warning:#ffcc66;--note:#8ab4ff;--good:#56d364}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--back);color:var(--text);font:15px/1.5 system-ui,sans-serif}
        main{max-width:1120px;margin:0 auto;padding:24px 16px}
        h1{font-size:22px;margin:0;overflow-wrap:anywhere}
        h2{font-size:18px;margin:32px 0 8px;border-bottom:1px solid var(--line);padding-bottom:4px}
        h3{font-size:15px;margin:0 0 4px}
        code{font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
        a{color:inherit}
        a:focus-visible,summary:focus-visible{outline:2px solid var(--note);outline-offset:2px}
        .dim{color:var(--dim);font-size:13px}
        .error{color:var(--error)}.warning{color:var(--warning)}.note{color:var(--note)}.good{color:var(--good)}
        .cards{display:flex;flex-wrap:wrap;gap:8px;margin:16px 0;padding:0;list-style:none}
        .cards li{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:8px 14px}
        .cards b{display:block;font-size:20px}
        .finding{border:1px solid var(--line);border-left:4px solid currentcolor;border-radius:6px;padding:10px 14px;margin:10px 0}
        .finding>*{color:var(--text)}.finding>h3>b{text-transform:uppercase;font-size:12px}
        .finding ul{margin:4px 0;padding-left:18px}.finding p{margin:4px 0 0}
        .badge{border:1px solid;border-radius:10px;padding:0 8px;font-size:12px;text-decoration:none}
        .inner{border-style:dashed}
        .tree ul{list-style:none;margin:0;padding-left:20px}.tree>ul{padding-left:0}
        .tree summary,.row{display:flex;flex-wrap:wrap;gap:8px;align-items:baseline;padding:1px 4px}
        .tree summary{cursor:pointer}.tree summary::before{content:"▸"}.tree [open]>summary::before{content:"▾"}
        .row{padding-left:22px}
        .size{min-width:76px;text-align:right;font-size:13px;font-variant-numeric:tabular-nums}
        meter{width:64px;height:10px}
        abbr{text-decoration:none;font-weight:bold;font-family:ui-monospace,monospace}
        :target>.row,:target>details>summary,li:target,section:target{outline:2px solid var(--note);border-radius:4px}
        svg{display:block;width:100%;height:auto}
        svg a:hover rect,svg a:focus rect{stroke:var(--text);stroke-width:3}
        @media print{body{font-size:11px}nav{display:none}.finding{break-inside:avoid}}
        """
}
