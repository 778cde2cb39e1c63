import Foundation

/// The table that says of each sentence of the API page which rules look after it.
package enum SentenceTable {
    /// A row: a sentence, and the ids of its rules or why it has none.
    package struct Row {
        package let sentence: String
        package let rules: [String]
        package let reason: String
    }

    /// Reads the table.
    package static func rows() throws -> [Row] {
        let file = Checkout.root.appending(path: "Sources/SageMakerModel/SageMakerModel.docc/Sentences.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return lines.filter { $0.hasPrefix("| ") }.dropFirst().map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let words = cells[1].split(separator: "`").map(String.init)
            return Row(
                sentence: cells[0], rules: words.filter { !$0.contains(" ") && $0.contains("-") },
                reason: cells[1].hasPrefix("no rule") ? cells[1] : "")
        }
    }
}
