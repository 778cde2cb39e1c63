/// Where a raw name in an archive leads: a member's name, or the target of a link.
///
/// Names are resolved by their text alone, as an extractor does before anything of the archive exists: empty components and
/// `.` are dropped, `..` takes back the component before it. Every other byte is kept, NUL among them.
package struct MemberPath: Hashable, Sendable {
    /// The path below the model directory, without a slash at either end. Where the name leaves the directory, the part of
    /// it that comes after the last step out.
    package let path: ByteString
    /// Whether the name begins with a slash.
    package let isAbsolute: Bool
    /// Whether a component is `..`.
    package let hasParentComponents: Bool
    /// Whether the name leads out of the model directory by way of `..`.
    package let escapes: Bool

    /// Whether the name stands for the model directory itself, as `./`, `/` and an empty name do.
    package var isRoot: Bool { path.isEmpty && !escapes }

    /// Resolves a name.
    ///
    /// - Parameter directory: the normalised path of the directory that a relative name starts from; empty for the root.
    package init(_ name: ByteString, from directory: ByteString = "") {
        let slash = UInt8(ascii: "/")
        if directory.isEmpty, let length = Self.lengthOfPlainPath(name.bytes.span) {
            path = length == name.count ? name : ByteString(Array(name.bytes[..<length]))
            (isAbsolute, hasParentComponents, escapes) = (false, false, false)
            return
        }
        isAbsolute = name.bytes.first == slash
        var path = isAbsolute ? [] : directory.bytes
        var (hasParents, escapes) = (false, false)
        for component in name.bytes.split(separator: slash) {
            if component.elementsEqual(".".utf8) { continue }
            guard component.elementsEqual("..".utf8) else {
                if !path.isEmpty { path.append(slash) }
                path.append(contentsOf: component)
                continue
            }
            hasParents = true
            if path.isEmpty { escapes = true }
            path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
        }
        self.path = ByteString(path)
        self.escapes = escapes
        hasParentComponents = hasParents
    }

    /// Whether a name is a path already, but for a slash at its end.
    static func isPlain(_ name: Span<UInt8>) -> Bool { lengthOfPlainPath(name) != nil }

    /// The length of a name that is a path already, as nearly all are, without the slash at its end; nil for any other.
    private static func lengthOfPlainPath(_ name: Span<UInt8>) -> Int? {
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        var start = 0
        for index in 0...name.count where index == name.count || name[index] == slash {
            switch index - start {
            case 0: return index == name.count && index > 0 ? index - 1 : nil
            case 1 where name[start] == dot: return nil
            case 2 where name[start] == dot && name[start + 1] == dot: return nil
            default: start = index + 1
            }
        }
        return name.count
    }

    /// The path of the directory that holds it; empty for the root.
    package var directory: ByteString {
        guard let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return ByteString(Array(path.bytes[..<slash]))
    }
}
