/// Who uses whom among the folders of a library, told by the names that its sources declare and use.
///
/// A use is: a type, a function or a value that stands at the top of a file, by its name; a member that an extension adds to a
/// type of another folder or library, where nothing else in the library has its name; and an initialiser that such an extension
/// adds, by its first label, or without one where the type has no other. What only types could tell, as two methods of one name,
/// is not seen.
struct FolderOrder {
    /// A folder that uses one which comes later.
    struct BackEdge: Hashable, CustomStringConvertible {
        let path: String
        let line: Int
        let name: String
        let folder: String

        var description: String { "\(path):\(line): '\(name)' is of \(folder), which comes later" }
    }

    private struct File {
        let path: String
        let folder: String
        let words: [SwiftWord]
        let declarations: [SwiftDeclaration]
    }

    private let files: [File]
    private let places: [String: Int]

    /// - Parameters:
    ///   - sources: the text of each file by its path below the library's folder.
    ///   - chain: the folders in their order, whether they are there or not.
    init(_ sources: [String: String], chain: [String]) {
        files = sources.sorted { $0.key < $1.key }.map { path, text in
            let words = SwiftWord.words(of: text)
            return File(
                path: path, folder: path.contains("/") ? String(path.prefix { $0 != "/" }) : "", words: words,
                declarations: SwiftDeclaration.declarations(in: words))
        }
        places = Dictionary(uniqueKeysWithValues: zip(chain, 0...))
    }

    /// The folders that have no place in the chain; "" is that of files in none.
    var strangers: Set<String> { Set(files.map(\.folder)).subtracting(places.keys) }

    /// The uses of later folders, in the order of paths and lines.
    var backEdges: [BackEdge] {
        let owners = owners
        let (members, initialisers) = additions(to: owners)
        return files.flatMap { file -> [BackEdge] in
            let known = localNames(in: file.folder)
            let declared = Set(file.declarations.map(\.word))
            return file.words.indices.compactMap { index in
                let word = file.words[index]
                guard word.isName, !declared.contains(index) else { return nil }
                let before = index > 0 ? file.words[index - 1].text : ""
                let rest = file.words[(index + 1)...].prefix(3).map(\.text)
                let isLabel = rest.first == ":" && !word.isCapital
                let isCallWithLabel = rest.count == 3 && rest[0] == "(" && rest[2] == ":"
                let isCallWithout = rest.count == 3 && rest[0] == "(" && rest[1] != ")" && rest[2] != ":"
                let candidates = [
                    before == "." ? members[word.text] : nil,
                    before == "." || isLabel || known.contains(word.text) ? nil : owners[word.text],
                    isCallWithLabel ? initialisers[rest[1]]?[word.text] : nil,
                    isCallWithout ? initialisers["_"]?[word.text] : nil,
                ]
                guard let folder = candidates.compactMap(\.self).first(where: { isLater($0, than: file) }) else {
                    return nil
                }
                return BackEdge(path: file.path, line: word.line, name: word.text, folder: folder)
            }
        }
    }

    private func isLater(_ folder: String, than file: File) -> Bool {
        (places[folder] ?? -1) > (places[file.folder] ?? .max)
    }

    /// The folder of each name that stands at the top of a file.
    private var owners: [String: String] {
        var owners: [String: String] = [:]
        for file in files {
            for declaration in file.declarations where declaration.place == .top && !declaration.isPrivate {
                owners[declaration.name] = file.folder
            }
        }
        return owners
    }

    /// The names that a folder declares otherwise than at the top of a file, which there mean something else.
    private func localNames(in folder: String) -> Set<String> {
        Set(
            files.filter { $0.folder == folder }.flatMap(\.declarations)
                .filter { $0.place != .top || $0.isPrivate }.map(\.name))
    }

    /// What extensions add to types of other folders, with the folder that does: members by their names, and initialisers by
    /// their first labels and by the types, `init` standing for any of them.
    private func additions(to owners: [String: String]) -> ([String: String], [String: [String: String]]) {
        var counts: [String: Int] = [:]
        for declaration in files.flatMap(\.declarations) where declaration.place != .inside {
            counts[declaration.label.map { "init(\($0):)" } ?? declaration.name, default: 0] += 1
        }
        var members: [String: String] = [:]
        var initialisers: [String: [String: String]] = [:]
        for file in files {
            for declaration in file.declarations {
                guard case .extended(let type) = declaration.place, !declaration.isPrivate,
                    owners[type] != file.folder
                else { continue }
                if let label = declaration.label {
                    guard label != "_", owners[type] != nil, counts["init(\(label):)"] == 1 else { continue }
                    initialisers[label] = [type: file.folder, "init": file.folder]
                } else if counts[declaration.name] == 1 {
                    members[declaration.name] = file.folder
                }
            }
        }
        initialisers["_"] = unlabelled
        return (members, initialisers)
    }

    /// The types that only an extension in another folder gives an initialiser without a label, with that folder.
    private var unlabelled: [String: String] {
        var types: [String: Set<String>] = [:]
        var folders: [String: Set<String>] = [:]
        for file in files {
            for declaration in file.declarations where !declaration.isPrivate {
                if declaration.isType { types[declaration.name, default: []].insert(file.folder) }
                guard declaration.label == "_" else { continue }
                switch declaration.place {
                case .type(let type), .extended(let type): folders[type, default: []].insert(file.folder)
                case .top, .inside: break
                }
            }
        }
        return folders.compactMapValues { $0.count == 1 ? $0.first : nil }
            .filter { type, folder in types[type].map { $0.count == 1 && !$0.contains(folder) } ?? false }
    }
}
