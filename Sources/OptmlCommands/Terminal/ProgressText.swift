import ModelArtifacts

/// How far work is, in words.
struct ProgressText {
    /// What is done: `hashing`.
    let what: String
    var bytes: Int64 = 0
    /// How many bytes there are in all; nil where that is not known yet.
    var totalBytes: Int64?
    /// How many files are done, or found; nil where they are not counted.
    var files: Int?
    /// How many files there are in all; nil where that is not known, or files are not counted.
    var totalFiles: Int?
    /// How far work is that is counted in something else; nil where files and bytes say it.
    var progress: String?

    /// The line.
    ///
    /// - Parameters:
    ///   - elapsed: since the work began.
    ///   - width: the most characters that it may have; nil for any number.
    func line(after elapsed: Duration, width: Int? = nil) -> String {
        if let progress { return Self.cut("\(what): \(progress)", to: width) }
        var parts: [String] = []
        if let totalFiles, totalFiles > 1 {
            parts.append("\(files ?? 0) of \(totalFiles) files")
        } else if let files, totalBytes == nil {
            parts.append(Plural.count(files, "file"))
        }
        // What has to be read again is no more than there is.
        let done = ByteSize(bytes: min(bytes, totalBytes ?? .max))
        parts.append(done.description + (totalBytes.map { " of \(ByteSize(bytes: $0))" } ?? ""))
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Double(bytes) / seconds : 0
        if let totalBytes, rate >= 1 {
            parts.append("\(ByteSize(bytes: Int64(min(rate, 1e18))))/s")
            parts.append(Self.left(Double(max(0, totalBytes - bytes)) / rate))
        }
        return Self.cut(what + " " + parts.joined(separator: ", "), to: width)
    }

    private static func cut(_ line: String, to width: Int?) -> String {
        guard let width, line.count > width else { return line }
        return String(line.prefix(max(0, width - 1))) + "…"
    }

    /// How long something takes still, as people say it.
    static func left(_ seconds: Double) -> String {
        switch seconds {
        case ..<5: return "a few seconds left"
        case ..<55: return "about \(Int((seconds / 5).rounded()) * 5) seconds left"
        case ..<90: return "about a minute left"
        case ..<3570: return "about \(Int((seconds / 60).rounded())) minutes left"
        case ..<(48 * 3600):
            let minutes = Int((seconds / 60).rounded())
            let rest = minutes % 60
            return "about \(Plural.count(minutes / 60, "hour"))" + (rest > 0 ? " \(Plural.count(rest, "minute"))" : "")
                + " left"
        case ..<(1000 * 86400): return "about \(Int((seconds / 86400).rounded())) days left"
        default: return "years left"
        }
    }
}
