/// Something that a Swift source text declares.
struct SwiftDeclaration: Hashable {
    enum Place: Hashable {
        /// Beside everything else in the file.
        case top
        /// Directly in the type of this name.
        case type(String)
        /// Directly in an extension of the type of this name, the last one of several with dots.
        case extended(String)
        /// In a function, or deeper.
        case inside
    }

    let name: String
    let place: Place
    /// Whether only its own file knows it.
    let isPrivate: Bool
    /// Whether it is a type.
    var isType = false
    /// The first label of an initialiser, without which it cannot be told from others.
    var label: String?
    /// Which of the words of the text is the name.
    let word: Int

    private static let keywords: Set = [
        "struct", "class", "enum", "actor", "protocol", "typealias", "associatedtype", "func", "let", "var", "case",
    ]
    private static let ofTypes: Set = ["struct", "class", "enum", "actor", "protocol"]

    /// What the words of a text declare, with what stands behind commas after `case`.
    static func declarations(in words: [SwiftWord]) -> [SwiftDeclaration] {
        var declarations: [SwiftDeclaration] = []
        /// For each brace that is open, what is declared in it.
        var places: [Place] = []
        var next: Place?
        var isPrivate = false
        func note(_ name: String, _ word: Int, isType: Bool = false, label: String? = nil) {
            declarations.append(
                SwiftDeclaration(
                    name: name, place: places.last ?? .top, isPrivate: isPrivate, isType: isType, label: label,
                    word: word))
        }
        for (index, word) in words.enumerated() {
            let before = index > 0 ? words[index - 1].text : ""
            switch word.text {
            case "{":
                places.append(next ?? .inside)
                next = nil
            case "}":
                _ = places.popLast()
                isPrivate = false
            case "private", "fileprivate": isPrivate = true
            case "init" where index + 2 < words.count && words[index + 1].text == "(" && before != ".":
                note("init", index, label: words[index + 2].text)
            case _ where before == "extension": next = .extended(word.text)
            case _ where before == "." && index > 1 && next == .extended(words[index - 2].text):
                next = .extended(word.text)
            case _ where keywords.contains(before) && word.isName && !keywords.contains(word.text):
                note(word.text, index, isType: ofTypes.contains(before))
                if ofTypes.contains(before) { next = .type(word.text) } else if before == "func" { next = .inside }
                if before == "case" { noteOthers(behind: index) }
                isPrivate = false
            default: break
            }
        }
        return declarations

        /// `case first, second(Int), third`
        func noteOthers(behind index: Int) {
            var depth = 0
            for position in index + 1..<words.count {
                switch words[position].text {
                case "(": depth += 1
                case ")": depth -= 1
                case ",": if depth == 0, words[position + 1].isName { note(words[position + 1].text, position + 1) }
                case _ where depth == 0 && words[position - 1].text != ",": return
                default: break
                }
            }
        }
    }
}
