using System.Composition;
using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>An editor finds a fix by its attributes, and makes it without arguments.</summary>
public class ExportTests
{
    public static TheoryData<Type> Fixes { get; } = [.. typeof(TextFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Fixes))]
    public void An_editor_finds_it(Type fix)
    {
        ExportCodeFixProviderAttribute export = fix.GetCustomAttribute<ExportCodeFixProviderAttribute>()!;

        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Equal(fix.Name, export.Name);
        Assert.NotNull(fix.GetCustomAttribute<SharedAttribute>());
        Assert.NotEmpty(((CodeFixProvider)Activator.CreateInstance(fix)!).FixableDiagnosticIds);
    }
}
