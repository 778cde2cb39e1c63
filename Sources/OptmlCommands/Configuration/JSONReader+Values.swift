import ModelArtifacts
import SageMakerModel

/// Values of files that people write by hand, with errors that say what would be right.
extension JSONReader {
    /// Reads an object that holds none but the given keys, each of them once at most.
    ///
    /// - Parameters:
    ///   - what: what the object is, for messages.
    ///   - body: reads the value of a key.
    mutating func readObject(
        _ what: String, keys: [String], required: [String] = [],
        _ body: (inout JSONReader, String) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        let start = place
        var seen: Set<String> = []
        try beginObject()
        while try nextMember() {
            let (name, place) = (text, namePlace)
            guard let key = keys.first(where: { ByteString($0) == name }) else {
                throw error(
                    at: place,
                    "unknown key '\(name)' in \(what)\(Spelling.suggestion(for: name, among: keys)); "
                        + "it can hold \(keys.joined(separator: ", "))")
            }
            guard seen.insert(key).inserted else { throw error(at: place, "'\(key)' stands here twice") }
            try body(&self, key)
        }
        for key in required where !seen.contains(key) { throw error(at: start, "\(what) needs a '\(key)'") }
    }

    /// Reads a string that is not blank.
    mutating func readText(_ what: String) throws(ArtifactError) -> ByteString {
        let place = place
        try readString()
        let text = text
        guard !text.bytes.allSatisfy({ $0 <= UInt8(ascii: " ") }) else {
            throw error(at: place, "\(what) must not be blank")
        }
        return text
    }

    /// Reads one of a few words.
    mutating func readWord<Word: RawRepresentable<String> & CaseIterable>(
        _ what: String
    ) throws(ArtifactError) -> Word {
        let place = place
        try readString()
        let text = text
        guard let word = Word.allCases.first(where: { ByteString($0.rawValue) == text }) else {
            let words = Word.allCases.map(\.rawValue)
            throw error(
                at: place,
                "'\(text)' is no \(what)\(Spelling.suggestion(for: text, among: words)); "
                    + "it is one of \(words.joined(separator: ", "))")
        }
        return word
    }

    /// The error that a size is only a few bytes, so that a unit is missing.
    private func lacksUnit(_ number: String, _ what: String, at place: TextPosition) -> ArtifactError {
        error(at: place, "\(what): \(number) is \(number) bytes; write a size with its unit, such as \"\(number)MiB\"")
    }

    /// Reads a size: a number of bytes, or a string with a unit, such as `"16MiB"`.
    mutating func readSize(_ what: String) throws(ArtifactError) -> Int64 {
        let place = place
        if try kind() == .number {
            try readNumber()
            guard let bytes = integer, bytes > 0 else {
                throw error(at: place, "\(what) is a whole number of bytes from 1 on, or a size such as \"16MiB\"")
            }
            guard bytes >= 1 << 20 else { throw lacksUnit("\(bytes)", what, at: place) }
            return bytes
        }
        let text = String(decoding: try readText(what).bytes, as: UTF8.self)
        if ByteSize.lacksUnit(text) { throw lacksUnit(text, what, at: place) }
        do throws(ArtifactError) {
            return try ByteSize(parsing: text).bytes
        } catch {
            throw self.error(at: place, "\(what): \(error.message)")
        }
    }
}
