/// The names that operating systems and development tools leave behind.
package enum JunkName {
    /// Whether a platform writes files or directories of this name by itself.
    package static func isPlatformMetadata(_ name: ByteString) -> Bool {
        switch name {
        case ".DS_Store", "__MACOSX", "Thumbs.db", "desktop.ini": true
        // AppleDouble files; the two bytes alone are no such name, and `._SUCCESS.crc` is Hadoop's checksum of `_SUCCESS`.
        default: name.hasPrefix("._") && name.count > 2 && !name.hasSuffix(".crc")
        }
    }

    /// Whether a directory of this path belongs to a development tool.
    package static func isDevelopmentLeftover(directory path: ByteString) -> Bool {
        switch path.lastComponent {
        case ".git", "__pycache__", ".ipynb_checkpoints", ".venv": true
        case "huggingface": path == ".cache/huggingface" || path.hasSuffix("/.cache/huggingface")
        default: false
        }
    }

    private static let leftoverEndings: [ByteString] = [".pyc", ".incomplete", ".part", ".crdownload"]

    /// Whether a file of this name is a by-product of development or of an unfinished download.
    package static func isDevelopmentLeftover(file name: ByteString) -> Bool {
        leftoverEndings.contains { name.hasSuffix($0) && name.count > $0.count }
    }

    /// What makes a path junk: the name, and the pattern in the language of the AWS CLI of what is junk for the same reason.
    package static func pattern(of path: ByteString, isDirectory: Bool) -> (name: ByteString, pattern: ByteString) {
        let name = path.lastComponent
        // At least one more character, which is of the same component.
        if name.hasPrefix("._") { return (name, "._[!/]*") }
        if isDirectory {
            let whole: ByteString = name == "huggingface" ? ".cache/huggingface" : name
            return (whole, whole)
        }
        return (name, leftoverEndings.first { name.hasSuffix($0) }.map { "*" + $0 } ?? name)
    }

    package static func isJunk(file name: ByteString) -> Bool {
        isPlatformMetadata(name) || isDevelopmentLeftover(file: name)
    }

    package static func isJunk(directory path: ByteString) -> Bool {
        isPlatformMetadata(path.lastComponent) || isDevelopmentLeftover(directory: path)
    }
}
