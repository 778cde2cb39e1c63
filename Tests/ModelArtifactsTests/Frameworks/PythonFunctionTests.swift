import Testing

@testable import ModelArtifacts

@Suite struct PythonFunctionTests {
    private func read(_ code: String) -> [String] {
        PythonFunction.all(in: ByteString(code)).map { "\($0.name) \($0.required) of \($0.parameters)" }
    }

    @Test func countsParameters() {
        #expect(read("def model_fn(model_dir):\n    pass\n") == ["model_fn 1 of 1"])
        #expect(read("async def f(a, b = (1, 2), *, c,\n  d=[],\n) -> int:\n") == ["f 2 of 4"])
        #expect(read("def f(*args, **more): pass\ndef g(a, /): pass") == ["f 0 of 2", "g 1 of 1"])
        #expect(
            read("def f(a, b=lambda c, d: c, e=1): pass\ndef g(a=lambda: 1, b=2): pass") == ["f 1 of 3", "g 0 of 2"])
        #expect(read("def f(a=lambda_of, b=1): pass") == ["f 0 of 2"])
        #expect(read("def f():\n  pass\nclass A:\n  def g(self): pass\n") == ["f 0 of 0"])
    }

    /// What is decorated, or given the name of something else, may take other arguments.
    @Test func leavesOutWhatMayBeAnother() {
        #expect(read("@cached\ndef f(a): pass\ndef g(): pass\n") == ["g 0 of 0"])
        #expect(read("def f(a): pass\nf = wrap(f)\n").isEmpty)
    }

    @Test func endsWhereDefinitionsDoNot() {
        #expect(read(String(repeating: "def f(\n", count: 100_000)).isEmpty)
        #expect(read("def f(a").isEmpty && read("def").isEmpty && read("def ").isEmpty && read("def (a):").isEmpty)
        #expect(read("def f(" + String(repeating: "a", count: 5000) + "): pass\n").isEmpty)
    }
}
