using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedExplain.CodeFixes.Tests.Support;

/// <summary>A user's project as an editor holds it: its files, and what the generator and the analyzers say of them.</summary>
internal sealed class Editor
{
    private readonly Project _project;

    private Editor(Project project, ImmutableArray<Diagnostic> diagnostics)
    {
        _project = project;
        Diagnostics = diagnostics;
    }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Opens files by the names User0.cs, User1.cs and so on.</summary>
    public static Editor Open(params string[] sources) => Open(sources, []);

    /// <summary>The same for a project with additional files.</summary>
    public static Editor Open(string[] sources, IReadOnlyList<AdditionalText> files)
    {
        Project project = new AdhocWorkspace().AddProject("User", LanguageNames.CSharp)
            .WithParseOptions(Compiler.ParseOptions)
            .WithCompilationOptions(Compiler.Compile([]).Options)
            .WithMetadataReferences(Compiler.Compile([]).References);
        for (int i = 0; i < sources.Length; i++)
            project = project.AddDocument($"User{i}.cs", sources[i], filePath: $"User{i}.cs").Project;

        // The project's own trees: a fix for all knows the document of a diagnostic by its tree.
        Generation generation = Generation.Of([.. project.Documents.Select(document => document.GetSyntaxTreeAsync().GetAwaiter().GetResult()!)], [.. files]);
        return new(project, [.. generation.Diagnostics, .. Analysis.Of(generation.Output)]);
    }

    /// <summary>What the menu offers for a diagnostic.</summary>
    public async Task<CodeAction[]> OffersAsync(CodeFixProvider provider, Diagnostic diagnostic)
    {
        List<CodeAction> offers = [];
        CodeFixContext context = new(DocumentOf(diagnostic), diagnostic, (action, _) => offers.Add(action), default);
        await provider.RegisterCodeFixesAsync(context);
        return [.. offers];
    }

    /// <summary>The action that fixes all diagnostics of an id in the project.</summary>
    public async Task<CodeAction?> OfferForAllAsync(CodeFixProvider provider, string id)
    {
        Document first = DocumentOf(Diagnostics.First(diagnostic => diagnostic.Id == id));
        FixAllContext context = new(first, provider, FixAllScope.Project, provider.GetType().Name, [id], new Reported(this), default);
        return await provider.GetFixAllProvider()!.GetFixAsync(context);
    }

    /// <summary>The files after an action.</summary>
    public async Task<string[]> ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(default);
        Project changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(_project.Id)!;
        return await Task.WhenAll(changed.Documents.Select(async document => (await document.GetTextAsync()).ToString()));
    }

    private Document DocumentOf(Diagnostic diagnostic) =>
        _project.Documents.Single(document => document.FilePath == diagnostic.Location.GetLineSpan().Path);

    /// <summary>Hands the diagnostics to a fix for all.</summary>
    private sealed class Reported(Editor editor) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            Task.FromResult<IEnumerable<Diagnostic>>(editor.Diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation) =>
            Task.FromResult(editor.Diagnostics.Where(diagnostic => editor.DocumentOf(diagnostic).Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
