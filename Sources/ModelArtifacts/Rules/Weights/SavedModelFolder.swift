/// The folder `variables` of a SavedModel of TensorFlow, as the names in it tell.
struct SavedModelFolder {
    static let stem: ByteString = "variables.data"
    private static let name: ByteString = "variables/"

    /// Whether a set of files is the data of such a folder.
    static func isVariables(_ path: ByteString, _ set: ShardSet) -> Bool {
        set.stem == stem && parent(of: path) != nil
    }

    /// The path of the SavedModel that a folder belongs to; nil if it is none of `variables`.
    static func parent(of path: ByteString) -> ByteString? {
        guard path == name || path.hasSuffix("/" + name) else { return nil }
        return ByteString(Array(path.bytes.dropLast(name.count)))
    }
}
