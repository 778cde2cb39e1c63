/// A format that a file shows by its first bytes.
enum FoundFormat: Hashable, Sendable {
    case safetensors, gguf, zip, hdf5, tflite, numpy, pickle, gzip

    /// - Parameter size: that of the file in bytes.
    init?(of bytes: [UInt8], size: Int64) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .zip
        } else if bytes.starts(with: [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .hdf5
        } else if bytes.starts(with: "GGUF".utf8) {
            self = .gguf
        } else if bytes.dropFirst(4).starts(with: "TFL3".utf8) {
            self = .tflite
        } else if bytes.first == 0x93, bytes.dropFirst().starts(with: "NUMPY".utf8) {
            self = .numpy
        } else if bytes.starts(with: [0x1F, 0x8B, 8]) {
            self = .gzip
        } else if Self.isSafetensors(bytes, size) {
            self = .safetensors
            // A length of safetensors may begin as a pickle does, but has zeros behind.
        } else if bytes.count > 9, bytes[0] == 0x80, (2...5).contains(bytes[1]),
            bytes[3..<8].contains(where: { $0 != 0 })
        {
            self = .pickle
        } else {
            return nil
        }
    }

    /// Whether there is a length that can be right, and an object behind it.
    private static func isSafetensors(_ bytes: [UInt8], _ size: Int64) -> Bool {
        guard bytes.count > 9 else { return false }
        let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64(8 * $1) }
        return length > 1 && length < UInt64(max(0, size)) && bytes[8] == UInt8(ascii: "{")
            && (bytes[9] == UInt8(ascii: "\"") || bytes[9] == UInt8(ascii: "}"))
    }
}

extension FoundFormat: CustomStringConvertible {
    /// The format in words that fit behind "it is".
    var description: String {
        switch self {
        case .safetensors: "a safetensors file"
        case .gguf: "a GGUF file"
        case .zip: "a zip archive"
        case .hdf5: "an HDF5 file"
        case .tflite: "a TensorFlow Lite model"
        case .numpy: "a NumPy array"
        case .pickle: "a pickle of Python"
        case .gzip: "gzip-compressed data"
        }
    }
}

extension ContentFormat {
    /// The format that a file shows by its first bytes, where that is another than its name says, and no reader looks there for it.
    func otherFormat(than bytes: [UInt8], size: Int64) -> ContentFault? {
        let own: FoundFormat?
        switch self {
        case .safetensors: own = .safetensors
        case .gguf: own = .gguf
        case .onnx, .pytorchWeights: own = nil
        case .hdf5: own = .hdf5
        case .keras: own = .zip
        case .tflite: own = .tflite
        // What these hold cannot be told by the name, or readers take several formats.
        default: return nil
        }
        guard let found = FoundFormat(of: bytes, size: size), found != own else { return nil }
        // torch.load takes a zip archive, a pickle and, of old, a tar archive.
        guard self != .pytorchWeights || [.safetensors, .gguf, .hdf5].contains(found) else { return nil }
        return ContentFault(.otherFormat, "is \(found) by its first bytes, which no reader of files of that name takes")
    }
}
