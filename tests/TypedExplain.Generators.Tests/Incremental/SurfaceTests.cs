using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Parsing;

namespace TypedExplain.Generators.Tests.Incremental;

/// <summary>What counts as a change of what a file declares.</summary>
public class SurfaceTests
{
    [Theory]
    [InlineData("class A { int B() { return 1; } }", "class A { int B() { return 2; } }")]
    [InlineData("class A { int B() => 1; }", "class A { int B() => 2; }")]
    [InlineData("class A { A() { } }", "class A { A() { int local = 1; } }")]
    [InlineData("class A { int B { get { return 1; } } }", "class A { int B { get { return 2; } } }")]
    [InlineData("class A { int B => 1; }", "class A { int B => 2; }")]
    [InlineData("int a = 1;", "int a = 2;")]
    [InlineData("class A { int B = 1; }", "class A { int B = 2; }")]
    [InlineData("class A { static readonly int B = C(1); }", "class A { static readonly int B = D(\"x\"); }")]
    [InlineData("class A { int B { get; } = 1; }", "class A { int B { get; } = 2; }")]
    [InlineData("class A { int B() => 1; }", "class A { int Bc() => 1; }")]
    [InlineData("class A { int B() => 1; }", "class A { }")]
    [InlineData("class A { int B() => 1; }", "class A { [C] public static T B<T>(int a, T b) where T : class { return b; } }")]
    [InlineData("class A { A() : this(1) { } }", "class A { A() : this(2, 3) { } }")]
    [InlineData("class A { ~A() { } public static A operator +(A a, A b) => a; }", "class A { public static explicit operator int(A a) => 1; }")]
    [InlineData("class A { /// <summary>What.</summary>\nint B() => 1; }", "class A { int B() => 1; }")]
    [InlineData("class A;", "// A comment.\nclass  A /* another */ ;\n")]
    public void Stays(string before, string after) => Assert.Equal(Of(before), Of(after));

    [Theory]
    [InlineData("class A { int B; }", "class A { int B => 1; }")]
    [InlineData("class A { int B { get; } }", "class A { int B { get { return 1; } } }")]
    [InlineData("class A { int B => 1; }", "class A { int B => field; }")]
    [InlineData("class A { int B { get => field; } }", "class A { int B { get => 1; } }")]
    [InlineData("class A { const int B = 1; }", "class A { const int B = 2; }")]
    [InlineData("class A { int B { get; } }", "class A { int B { get; } = 1; }")]
    [InlineData("class A { int B() => 1; }", "class A { int BFeatures() => 1; }")]
    [InlineData("class A { A(int b) { } }", "class A { A(int c) { } }")]
    [InlineData("class A {\n#if X\n void B() { }\n#endif\n }", "class A {\n#if Y\n void B() { }\n#endif\n }")]
    [InlineData("enum A { B = 1 }", "enum A { B = 2 }")]
    [InlineData("class A;", "/// <summary>What.</summary>\nclass A;")]
    [InlineData("class A;", "#nullable enable\nclass A;")]
    [InlineData("class A { void B() { } }", "class A { void B() {\n#nullable enable\n} }")]
    [InlineData("[B(1)] class A;", "[B(2)] class A;")]
    [InlineData("class A;", "int a = 1; class A;")]
    [InlineData("class ab;", "class a b;")]
    public void Changes(string before, string after) => Assert.NotEqual(Of(before), Of(after));

    private static string Of(string source) => Surface.Of((CompilationUnitSyntax)Compiler.Parse(source).GetRoot());
}
