/// The sizes that GGUF gives to values and to elements of tensors.
enum GGUFTypes {
    /// How many elements make a block of a type, and how many bytes that takes.
    struct Block {
        let elements: UInt64
        let bytes: UInt64
    }

    /// The bytes of a value of metadata by its type; nil for strings, arrays and what is none.
    ///
    /// Source: `enum gguf_type`, `ggml/include/gguf.h`.
    static func valueSize(_ type: UInt64) -> UInt64? {
        switch type {
        case 0, 1, 7: 1
        case 2, 3: 2
        case 4, 5, 6: 4
        case 10, 11, 12: 8
        default: nil
        }
    }

    static let string: UInt64 = 8
    static let array: UInt64 = 9

    /// No type has a number from here on: such a one is damage. Below, there will be more than are known, and forks have their own.
    static let unused: UInt64 = 512

    /// Source: `enum ggml_type`, `ggml/include/ggml.h`; `GGML_QUANT_SIZES`, `gguf-py/gguf/constants.py`. What is left out is not found
    /// in files.
    static let blocks: [UInt64: Block] = {
        let sizes: [(UInt64, UInt64, UInt64)] = [
            (0, 1, 4), (1, 1, 2), (2, 32, 18), (3, 32, 20), (6, 32, 22), (7, 32, 24), (8, 32, 34), (10, 256, 84),
            (11, 256, 110),
            (12, 256, 144), (13, 256, 176), (14, 256, 210), (15, 256, 292), (16, 256, 66), (17, 256, 74), (18, 256, 98),
            (19, 256, 50), (20, 32, 18), (21, 256, 110), (22, 256, 82), (23, 256, 136), (24, 1, 1), (25, 1, 2),
            (26, 1, 4),
            (27, 1, 8), (28, 1, 8), (29, 256, 56), (30, 1, 2), (34, 256, 54), (35, 256, 66), (39, 32, 17),
            (40, 64, 36), (41, 128, 18),
        ]
        return Dictionary(uniqueKeysWithValues: sizes.map { ($0.0, Block(elements: $0.1, bytes: $0.2)) })
    }()
}
