import ModelArtifacts

/// A pattern of the service model, matched in time that grows with the text and not beyond: all ways to read it are followed at
/// once, character by character, so that nobody can choose a text that takes longer.
///
/// It knows what the service model uses: classes, groups, choices, repetition, and looking back at one character.
struct RegularExpression: Sendable {
    /// What one step of the program does.
    private enum Step: Sendable {
        /// Takes one character of a class.
        case take(CharacterClass)
        /// Goes on at both places.
        case fork(Int, Int)
        /// Goes on if the last character is not of a class.
        case notBehind(CharacterClass)
    }

    /// The most steps; the longest pattern of the service model has some thousand.
    private static let mostSteps = 20_000

    private var program: [Step] = []

    /// - Returns: nil for an expression with something that it does not know.
    init?(_ expression: String) {
        var parser = RegularExpressionParser(expression)
        guard let tree = parser.parse(), emit(tree) else { return nil }
    }

    /// How many steps the program has.
    var steps: Int { program.count }

    /// Whether a whole text matches, which is UTF-8.
    func matches(_ text: ByteString) -> Bool {
        var reading = Reading(self)
        for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
            guard !reading.isStuck else { return false }
            reading.take(scalar)
        }
        return reading.isAtEnd
    }

    /// All ways to read a text as far as it was taken in.
    struct Reading {
        /// What stands before the place of reading.
        private enum Last {
            case nothing
            case scalar(Unicode.Scalar)
            case anything
        }

        private let program: [Step]
        private var threads: ThreadSet

        init(_ expression: RegularExpression) {
            program = expression.program
            var start = ThreadSet(capacity: program.count + 1)
            Self.add(0, behind: .nothing, in: program, to: &start)
            threads = start
        }

        /// Whether no way is left.
        var isStuck: Bool { threads.places.isEmpty }
        /// Whether the text may end here.
        var isAtEnd: Bool { threads.contains(program.count) }

        /// Takes one character in.
        mutating func take(_ scalar: Unicode.Scalar) {
            var next = ThreadSet(capacity: program.count + 1)
            for place in threads.places where place < program.count {
                if case .take(let characters) = program[place], characters.contains(scalar) {
                    Self.add(place + 1, behind: .scalar(scalar), in: program, to: &next)
                }
            }
            threads = next
        }

        /// Takes in what is not known: any characters, none too.
        mutating func takeAnything() {
            var next = ThreadSet(capacity: program.count + 1)
            var waiting = threads.places
            while let place = waiting.popLast() {
                guard place < program.count, case .take = program[place] else { continue }
                let before = next.places.count
                Self.add(place + 1, behind: .anything, in: program, to: &next)
                waiting += next.places[before...]
            }
            for place in threads.places { _ = next.insert(place) }
            threads = next
        }

        /// Adds a place and those that follow it without a character.
        private static func add(
            _ start: Int, behind: Last, in program: [Step], to threads: inout ThreadSet
        ) {
            var waiting = [start]
            while let place = waiting.popLast() {
                guard threads.insert(place), place < program.count else { continue }
                switch program[place] {
                case .take: continue
                case .fork(let first, let second): waiting += [second, first]
                case .notBehind(let characters):
                    if case .scalar(let last) = behind, characters.contains(last) { continue }
                    waiting.append(place + 1)
                }
            }
        }
    }

    private mutating func emit(_ node: RegularExpressionNode) -> Bool {
        guard program.count < Self.mostSteps else { return false }
        switch node {
        case .take(let characters): program.append(.take(characters))
        case .notBehind(let characters): program.append(.notBehind(characters))
        case .sequence(let nodes): return nodes.allSatisfy { emit($0) }
        case .choice(let nodes):
            guard let last = nodes.last else { return true }
            var ends: [Int] = []
            for node in nodes.dropLast() {
                let fork = program.count
                program.append(.fork(fork + 1, 0))
                guard emit(node) else { return false }
                ends.append(program.count)
                program.append(.fork(0, 0))
                program[fork] = .fork(fork + 1, program.count)
            }
            guard emit(last) else { return false }
            for end in ends { program[end] = .fork(program.count, program.count) }
        case .repeated(let node, let least, let most):
            for _ in 0..<least { guard emit(node) else { return false } }
            guard let most else {
                let fork = program.count
                program.append(.fork(fork + 1, 0))
                guard emit(node) else { return false }
                program.append(.fork(fork, fork))
                program[fork] = .fork(fork + 1, program.count)
                return true
            }
            var forks: [Int] = []
            for _ in least..<max(least, most) {
                forks.append(program.count)
                program.append(.fork(program.count + 1, 0))
                guard emit(node) else { return false }
            }
            for fork in forks { program[fork] = .fork(fork + 1, program.count) }
        }
        return true
    }

    /// The places that reading has come to, each once.
    private struct ThreadSet {
        private(set) var places: [Int] = []
        private var seen: [Bool]

        init(capacity: Int) { seen = [Bool](repeating: false, count: capacity) }

        func contains(_ place: Int) -> Bool { seen[place] }

        mutating func insert(_ place: Int) -> Bool {
            guard !seen[place] else { return false }
            seen[place] = true
            places.append(place)
            return true
        }
    }
}
