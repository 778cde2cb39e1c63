import CKernels
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ModelArtifacts

/// Small files that change while they are read, and a system that stops taking requests.
@Suite struct SmallFileChangesTests {
    static let firstByteCount = 16 << 10

    /// What happens to a file.
    enum Change: CaseIterable, CustomTestStringConvertible {
        case rewritten, grown, shortened, emptied

        func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
            switch self {
            case .rewritten: bytes.map { ~$0 }
            case .grown: bytes + [1, 2, 3]
            case .shortened: bytes.dropLast()
            case .emptied: []
            }
        }

        var testDescription: String { "\(self)" }
    }

    /// A folder of files that were last changed in 2001, with their numbers as their names.
    private struct Files {
        let folder: TemporaryDirectory
        var names: [CChar] = []
        var starts: [Int] = []
        var contents: [[UInt8]] = []

        init(_ sizes: [Int]) throws {
            folder = try TemporaryDirectory()
            for (index, size) in sizes.enumerated() {
                contents.append((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ index) })
                try folder.write("\(index)", Data(contents[index]))
                try setTime(of: index, 1_000_000_000)
                starts.append(names.count)
                names += "\(index)".utf8.map { CChar(bitPattern: $0) } + [0]
            }
        }

        func path(_ index: Int) -> String { "\(folder.path)/\(index)" }

        /// In seconds since 1970.
        func setTime(of index: Int, _ time: Int) throws {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: TimeInterval(time))], ofItemAtPath: path(index))
        }

        /// Writes into the file that is there, and gives it a time that it did not have, however coarse the clock.
        func change(_ index: Int, _ change: Change, time: Int) throws {
            let file = try FileDescriptor.open(FilePath(path(index)), .writeOnly)
            let bytes = change(contents[index])
            try file.closeAfter {
                _ = try file.writeAll(bytes)
                try file.resize(to: Int64(bytes.count))
            }
            try setTime(of: index, time)
        }

        func digests(by hasher: SmallFileReader) throws -> [MD5Digest?] {
            let directory = try FileDescriptor.open(FilePath(folder.path), .readOnly)
            return try directory.closeAfter {
                hasher.read(names, at: starts, in: directory).map { $0?.digest }
            }
        }

        /// The files below the folder that the process has open.
        var openCount: Int {
            (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.filter {
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
                return target?.hasPrefix(folder.path + "/") == true
            }.count ?? 0
        }
    }

    static func digest(_ bytes: [UInt8]) -> MD5Digest {
        var md5 = MD5()
        bytes.withUnsafeBytes { md5.update($0) }
        return md5.finish()
    }

    /// Below what is read at once, exactly that, and above.
    static let sizes = [1, 100, firstByteCount - 1, firstByteCount, firstByteCount + 1, 50_000]

    /// A file that changes while it is read for the first time has a time of change that does not prove anything, and is read
    /// again: what it holds then counts.
    @Test(arguments: Change.allCases, [true, false])
    func changesDuringTheFirstReading(_ change: Change, usesRing: Bool) throws {
        for size in Self.sizes {
            let files = try Files([10, size, 20])
            var readings = 0
            // The clock says what it does when the file is changed; all that the files themselves went through is long past.
            let hasher = SmallFileReader(kernel: .scalar, now: 3_000_000_000_000_000_000, usesRing: usesRing) {
                readings += 1
                if readings == 2 {
                    #expect(throws: Never.self) { try files.change(1, change, time: 3_000_000_000) }
                }
            }
            let digests = try files.digests(by: hasher)
            #expect(digests[0] == Self.digest(files.contents[0]) && digests[2] == Self.digest(files.contents[2]))
            // Where the front and the rest do not fit together, the file is left to others.
            let after = Self.digest(change(files.contents[1]))
            let isTold = digests[1] == nil && [.grown, .shortened, .emptied].contains(change)
            #expect(isTold || (digests[1] == after && readings == 4), "\(size) bytes")
        }
    }

    /// A file that changes while it is read for the second time is left to others, who tell.
    @Test(arguments: Change.allCases, [true, false])
    func changesDuringTheSecondReading(_ change: Change, usesRing: Bool) throws {
        for size in Self.sizes {
            let files = try Files([10, size, 20])
            var readings = 0
            let hasher = SmallFileReader(kernel: .scalar, now: 0, usesRing: usesRing) {
                readings += 1
                // Each file is read twice.
                if readings == 4 {
                    #expect(throws: Never.self) { try files.change(1, change, time: 1_000_000_001) }
                }
            }
            let digests = try files.digests(by: hasher)
            #expect(digests == [Self.digest(files.contents[0]), nil, Self.digest(files.contents[2])], "\(size) bytes")
            #expect(readings == 6)
            // From now on it is what it is.
            let again = SmallFileReader(kernel: .scalar, now: 0, usesRing: usesRing)
            #expect(try files.digests(by: again)[1] == Self.digest(change(files.contents[1])))
        }
    }

    /// Without a change, a file is read once if its time of change proves that, and twice otherwise.
    @Test(arguments: [true, false]) func readingsAreAsManyAsNeeded(usesRing: Bool) throws {
        let files = try Files(Self.sizes)
        for (now, count) in [(Int64.max, 1), (0, 2)] {
            var readings = 0
            let hasher = SmallFileReader(kernel: .scalar, now: now, usesRing: usesRing) { readings += 1 }
            #expect(try files.digests(by: hasher) == files.contents.map(Self.digest))
            #expect(readings == count * Self.sizes.count)
        }
    }

    #if os(Linux)
        private static let hasRing: Bool = {
            let ring = optml_file_ring_make()
            defer { optml_file_ring_free(ring) }
            return ring != nil
        }()

        /// Lets the system refuse all that is asked of a ring: puts another file in the place of its descriptor, the first field.
        private static func breakRing(_ ring: OpaquePointer) throws {
            let descriptor = UnsafeRawPointer(ring).load(as: CInt.self)
            let target = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")
            try #require(target.contains("io_uring"))
            let nothing = try FileDescriptor.open("/dev/null", .readOnly)
            try nothing.closeAfter { _ = try nothing.duplicate(as: FileDescriptor(rawValue: descriptor)) }
        }

        /// Whichever call is the first to be refused, opening or closing, all files are opened and closed one by one from then on.
        @Test(.enabled(if: hasRing, "the system has no ring, or does not let tests have one"))
        func ringThatIsRefused() throws {
            let most = Int(optml_file_ring_most_files)
            let files = try Files((0..<most).map { $0 })
            let directory = try FileDescriptor.open(FilePath(files.folder.path), .readOnly)
            defer { try? directory.close() }
            for working in 0...5 {
                let ring = try #require(optml_file_ring_make())
                defer { optml_file_ring_free(ring) }
                var opened = [CInt](repeating: -1, count: most)
                for call in 0..<8 {
                    if call == working { try Self.breakRing(ring) }
                    if call % 2 == 0 {
                        optml_open_files(
                            ring, [CInt](repeating: directory.rawValue, count: most), files.names, files.starts, most,
                            O_RDONLY | O_CLOEXEC, &opened)
                        #expect(opened.allSatisfy { $0 >= 0 } && Set(opened).count == most)
                        #expect(files.openCount == most)
                        for (index, file) in opened.enumerated() {
                            #expect(try FileDescriptor(rawValue: file).seek(offset: 0, from: .end) == Int64(index))
                        }
                    } else {
                        optml_close_files(ring, opened, most)
                        #expect(files.openCount == 0)
                    }
                }
            }
        }

        /// The digests are the same, wherever in the middle the system begins to refuse.
        @Test(.enabled(if: hasRing, "the system has no ring, or does not let tests have one"))
        func ringThatIsRefusedWhileFilesAreRead() throws {
            let files = try Files((0..<100).map { $0 * 30 })
            for refused in [1, 2, 31, 32, 33, 64, 65, 96, 97, 100] {
                var readings = 0
                var ring: OpaquePointer?
                let hasher = SmallFileReader(kernel: .scalar, now: .max) {
                    readings += 1
                    guard readings == refused, let ring else { return }
                    #expect(throws: Never.self) { try Self.breakRing(ring) }
                }
                ring = hasher.ring
                #expect(ring != nil)
                #expect(try files.digests(by: hasher) == files.contents.map(Self.digest))
                #expect(files.openCount == 0)
                // And so it goes on.
                #expect(try files.digests(by: hasher) == files.contents.map(Self.digest))
            }
        }
    #endif
}
