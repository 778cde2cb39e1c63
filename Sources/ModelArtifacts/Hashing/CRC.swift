import CKernels

/// Computes a cyclic redundancy check of bytes that come one piece after another.
package struct CRC: Sendable {
    /// The tables of a polynomial, made when they are first needed.
    @safe private final class Tables: @unchecked Sendable {
        static let crc64NVME = Tables(polynomial: 0x9A6C_9329_AC4B_C9B5)
        static let crc32C = Tables(polynomial: 0x82F6_3B78)

        private let tables: UnsafeMutablePointer<optml_crc_tables>

        private init(polynomial: UInt64) {
            unsafe tables = .allocate(capacity: 1)
            unsafe optml_crc_tables_make(tables, polynomial)
        }

        deinit { unsafe tables.deallocate() }

        func update(_ remainder: UInt64, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
            unsafe optml_crc_update(tables, remainder, bytes.baseAddress, bytes.count)
        }
    }

    private let tables: Tables
    /// All bits of the width, which the remainder is inverted with at both ends.
    private let inversion: UInt64
    private var remainder: UInt64

    private init(_ tables: Tables, inversion: UInt64) {
        self.tables = tables
        self.inversion = inversion
        remainder = inversion
    }

    /// CRC-64/NVME, polynomial 0xAD93D23594C93659, as S3 keeps it. Its tables are written with the bits in reverse, as those of
    /// CRC-32C are.
    ///
    /// Source: the 64-bit guard of end-to-end data protection in the NVM Express NVM Command Set Specification.
    package static var crc64NVME: CRC { CRC(.crc64NVME, inversion: .max) }

    /// CRC-32C, Castagnoli's polynomial 0x1EDC6F41.
    ///
    /// Source: RFC 3720, appendix B.4.
    package static var crc32C: CRC { CRC(.crc32C, inversion: 0xFFFF_FFFF) }

    /// Takes in the next bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        remainder = unsafe tables.update(remainder, bytes)
    }

    /// The check of all bytes so far.
    package var value: UInt64 { remainder ^ inversion }
}
