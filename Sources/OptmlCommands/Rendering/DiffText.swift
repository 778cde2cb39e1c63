import ModelArtifacts

/// A comparison as text, for people: a line a change, which begins with a sign, and the sums.
struct DiffText {
    private let style: Style
    private let isQuiet: Bool

    init(style: Style, isQuiet: Bool) {
        self.style = style
        self.isQuiet = isQuiet
    }

    /// What was compared, the changes, what could not be compared, the sums.
    func lines(of diff: ArtifactDiff) -> [String] {
        let header = "Compared \(Self.name(of: diff.from)) with \(Self.name(of: diff.to))"
        let changes = diff.changes.map(line) + diff.unverified.map(line)
        let notes = isQuiet ? [] : self.notes(on: diff)
        return (isQuiet ? [] : [header, ""]) + changes + notes + (changes.isEmpty && notes.isEmpty ? [] : [""])
            + [summary(of: diff)]
    }

    /// What holds for many changes, and what was left out.
    private func notes(on diff: ArtifactDiff) -> [String] {
        var notes = Set(diff.changes.compactMap(\.remark)).sorted() + diff.remarks
        for side in [diff.from, diff.to] {
            notes += side.notes.prefix(TextReport.shownPerRule)
            let rest = side.notes.count - TextReport.shownPerRule
            if rest > 0 { notes.append("… and \(rest) more; --format json lists them") }
        }
        return notes.map { style.dim("note: ") + $0 }
    }

    private static func name(of side: ArtifactDiff.Side) -> String {
        "\(side.kind.rawValue) '\(side.location)'" + (side.s3URI.map { " at '\($0)'" } ?? "")
    }

    private func line(of change: ArtifactChange) -> String {
        let (from, to) = (change.from, change.to)
        return switch change.kind {
        case .added: style.green("+") + " " + Self.shown(to)
        case .removed: style.red("-") + " " + Self.shown(from)
        case .changed:
            style.yellow("~") + " \(change.path) (" + Self.differences(change).joined(separator: "; ") + ")"
        case .moved:
            style.blue(">") + " " + Self.shown(to) + ", was \(from?.path ?? "")"
                + (change.aspects.isEmpty ? "" : " (" + Self.differences(change).joined(separator: "; ") + ")")
        case .type: style.yellow("!") + " \(change.path) (\(Self.kind(to)), was \(Self.kind(from)))"
        }
    }

    private func line(of unverified: ArtifactDiff.Unverified) -> String {
        style.yellow("?") + " \(unverified.to.path): " + Self.text(of: unverified.reason)
    }

    private static func text(of reason: ArtifactDiff.Unverified.Reason) -> String {
        switch reason {
        case .noETag: "the contents cannot be compared without an ETag"
        case .opaqueETag: "the contents cannot be compared: an ETag is no MD5"
        case .encrypted:
            "the contents cannot be compared: the ETag of an object under a KMS key or in a directory bucket is no MD5"
        case .otherParts: "the contents cannot be compared: the ETags are of parts of other or unknown sizes"
        case .notHashed: "the contents cannot be compared: a sparse member with too many holes to hash"
        }
    }

    /// A path with what stands there.
    private static func shown(_ state: ArtifactChange.State?) -> String {
        guard let state else { return "" }
        switch state.kind {
        case .directory: return "\(state.path)/"
        case .symlink: return "\(state.path) -> \(state.target ?? "")"
        case .file: return "\(state.path) (\(size(state)))"
        }
    }

    private static func size(_ state: ArtifactChange.State?) -> String {
        state?.size.map { ByteSize(bytes: $0).description } ?? "size unknown"
    }

    private static func kind(_ state: ArtifactChange.State?) -> String {
        switch state?.kind {
        case .directory?: "a directory"
        case .symlink?: "a symbolic link"
        case .file?, nil: "a file"
        }
    }

    private static func differences(_ change: ArtifactChange) -> [String] {
        let (from, to) = (change.from, change.to)
        return change.aspects.map { aspect in
            switch aspect {
            // What there is to remark is why another ETag need not mean other contents.
            case .content where from?.size == to?.size:
                (change.remark == nil ? "other contents" : "another ETag") + ", \(size(to))"
            case .content:
                "\(size(to)), was \(size(from))" + (size(to) == size(from) ? ": \(difference(from, to))" : "")
            case .mode: "mode \(mode(to)), was \(mode(from))"
            case .target: "-> \(to?.target ?? ""), was -> \(from?.target ?? "")"
            }
        }
    }

    /// Where sizes are the same once they are rounded.
    private static func difference(_ from: ArtifactChange.State?, _ to: ArtifactChange.State?) -> String {
        guard let old = from?.size, let new = to?.size else { return "other contents" }
        let bytes = new > old ? new - old : old - new
        return "\(bytes) \(bytes == 1 ? "byte" : "bytes") \(new > old ? "more" : "less")"
    }

    private static func mode(_ state: ArtifactChange.State?) -> String {
        "0" + String(state?.mode ?? 0, radix: 8)
    }

    private func summary(of diff: ArtifactDiff) -> String {
        let sums = diff.summary
        let counts: [(Int, String)] = [
            (sums.added, "added"), (sums.removed, "removed"), (sums.changed, "changed"), (sums.moved, "moved"),
            (sums.type, "of another type"), (sums.unverified, "not comparable"),
        ]
        let differing = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let (before, now) = (Self.sums(of: diff.from), Self.sums(of: diff.to))
        return (differing.isEmpty ? ["no differences"] : differing).joined(separator: ", ")
            + ", \(sums.same) the same; " + (now == before ? now : "\(now), were \(before)")
    }

    private static func sums(of side: ArtifactDiff.Side) -> String {
        let known = ByteSize(bytes: side.bytes).description
        let size =
            side.unknownSizes == 0 ? known : side.unknownSizes == side.files ? "sizes unknown" : "at least \(known)"
        return Plural.count(side.files, "file") + ", " + size
    }
}
