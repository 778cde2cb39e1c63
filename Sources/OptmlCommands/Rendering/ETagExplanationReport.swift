import ModelArtifacts

/// Which uploads give an ETag, for people and for programs.
struct ETagExplanationReport {
    let explanation: ETagExplanation

    /// The lines: one for each upload that gives it, or one that says that none does.
    var lines: [String] {
        guard explanation.matches.isEmpty else { return explanation.matches.map(line) }
        if let obstacle = explanation.obstacle { return ["no match for '\(explanation.path)': \(obstacle)"] }
        let count = explanation.triedCount
        let parts = explanation.etag.partCount.map { " in \(Plural.count($0, "part"))" } ?? " in one PUT"
        let tried =
            count == 1 ? "the upload\(parts) does not give it" : "none of \(count) likely uploads\(parts) gives it"
        let partSize =
            explanation.etag.partCount ?? 1 == 1
            ? ""
            : ", the parts have another size"
                + (explanation.leftOutPartSizes ? " (not every whole number of MiB was tried; give --part-size)" : "")
        return [
            "no match for '\(explanation.path)': \(tried)",
            "  help: the contents differ\(partSize), or the ETag is no MD5, as under SSE-KMS and SSE-C",
        ]
    }

    private func line(of match: ETagExplanation.Match) -> String {
        let how =
            switch match.plan.method {
            case .single: "one PUT"
            case .multipart(let partSize, let partCount):
                partCount == 1
                    ? "one part"
                    : "\(partCount) parts of \(partSize) bytes (\(ByteSize(bytes: partSize)))"
            }
        let names = match.uploaders.map(\.rawValue).joined(separator: ", ")
        return "match for '\(explanation.path)': \(how), "
            + (names.isEmpty ? "as no uploader does by default" : "as by \(names)")
    }

    /// Writes the JSON.
    func write(to json: inout JSONWriter) throws(ArtifactError) {
        try json.beginObject()
        try json.writeTool()
        try json.beginArray("etags")
        try json.beginObject()
        try json.write("path", name: explanation.path)
        try json.write("etag", explanation.etag.text)
        try json.write("size", explanation.size)
        try json.beginArray("matches")
        for match in explanation.matches {
            try json.beginObject()
            if let partSize = match.plan.partSize {
                try json.write("partSize", partSize)
                try json.write("partCount", match.plan.pieceCount)
            }
            try json.beginArray("uploaders")
            for uploader in match.uploaders { try json.write(uploader.rawValue) }
            try json.endArray()
            try json.endObject()
        }
        try json.endArray()
        try json.write("tried", explanation.triedCount)
        if let obstacle = explanation.obstacle { try json.write("reason", obstacle) }
        try json.endObject()
        try json.endArray()
        try json.endObject()
        try json.finish()
    }
}
