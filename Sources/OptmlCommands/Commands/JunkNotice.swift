import ModelArtifacts

/// Says what `--exclude-junk` left out, since an upload knows nothing of it.
enum JunkNotice {
    /// Says how much it is, and how `aws s3 sync` leaves out the same.
    static func show(_ junk: ExcludedJunk, _ output: OutputOptions) {
        guard !output.quiet, !junk.isEmpty else { return }
        let counts = [
            junk.files > 0 ? Plural.count(junk.files, "file") : nil,
            junk.directories > 0
                ? (junk.directories == 1 ? "1 directory" : "\(junk.directories) directories") + " with what is below"
                : nil,
        ].compactMap(\.self)
        let options = junk.globs.map { "--exclude \(ShellWord.quoted($0))" }
        Notice.note.show(
            "--exclude-junk left out \(counts.joined(separator: " and ")); for 'aws s3 sync' give "
                + options.joined(separator: " "))
    }
}
