using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedExplain.CodeFixes.Tests.Support;

/// <summary>What every test of a fix checks.</summary>
internal static class FixAssert
{
    public const string Usings = "using System;\nusing TypedExplain;\n";

    /// <summary>The first diagnostic is this one, its one fix has this title, and the fixed source is exactly this and compiles.</summary>
    public static Task FixesAsync<TFix>(string id, string title, string failing, string @fixed)
        where TFix : CodeFixProvider, new() => FixesFileAsync<TFix>(id, title, Usings + failing, Usings + @fixed);

    /// <summary>The same, where the fix leaves a diagnostic that says what its author has to fill in.</summary>
    public static async Task LeavesAsync<TFix>(string id, string title, string failing, string @fixed, string left)
        where TFix : CodeFixProvider, new()
    {
        await OfferedAsync<TFix>(id, title, Usings + failing, Usings + @fixed);
        Generation generation = Generation.Of(Usings + @fixed);
        Assert.Equal(left, Assert.Single(generation.Diagnostics).Id);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>The same for files that have usings of their own.</summary>
    public static async Task FixesFileAsync<TFix>(string id, string title, string failing, string @fixed)
        where TFix : CodeFixProvider, new()
    {
        await OfferedAsync<TFix>(id, title, failing, @fixed);
        IsFine(@fixed);
    }

    private static async Task OfferedAsync<TFix>(string id, string title, string failing, string @fixed)
        where TFix : CodeFixProvider, new()
    {
        TFix provider = new();
        Editor editor = Editor.Open(failing);
        Assert.Contains(id, provider.FixableDiagnosticIds);
        Assert.All(editor.Diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));

        CodeAction offer = Assert.Single(await editor.OffersAsync(provider, editor.Diagnostics[0]));
        Assert.Equal(title, offer.Title);
        Assert.Equal(@fixed, Assert.Single(await editor.ApplyAsync(offer)));
    }

    /// <summary>The diagnostics of all files are fixed at once.</summary>
    public static async Task FixesAllAsync<TFix>(string id, string[] failing, string[] @fixed)
        where TFix : CodeFixProvider, new()
    {
        Editor editor = Editor.Open([.. failing.Select(source => Usings + source)]);
        string[] expected = [.. @fixed.Select(source => Usings + source)];
        Assert.True(editor.Diagnostics.Length > 1);

        CodeAction? offer = await editor.OfferForAllAsync(new TFix(), id);
        Assert.NotNull(offer);
        Assert.Equal(expected, await editor.ApplyAsync(offer));
        IsFine(expected);
    }

    /// <summary>There is a diagnostic, and nothing to offer for it.</summary>
    public static async Task OffersNothingAsync<TFix>(string id, string failing)
        where TFix : CodeFixProvider, new()
    {
        Editor editor = Editor.Open(Usings + failing);

        Assert.Equal(id, editor.Diagnostics[0].Id);
        Assert.Empty(await editor.OffersAsync(new TFix(), editor.Diagnostics[0]));
    }

    private static void IsFine(params string[] sources)
    {
        Generation generation = Generation.Of([.. sources.Select((source, i) => Compiler.Parse(source, $"User{i}.cs"))]);

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(Analysis.Of(generation.Output));
        Assert.NotEmpty(generation.Files);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
    }
}
