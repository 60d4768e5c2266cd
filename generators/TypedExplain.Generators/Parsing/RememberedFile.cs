using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Generators.Parsing;

/// <summary>What is known of a syntax tree without a compilation, and what became of it in the last one.</summary>
internal sealed class RememberedFile(CompilationUnitSyntax root)
{
    private string? _surface;
    private Parse? _last;

    /// <summary>Whether a type in it may be annotated.</summary>
    public bool MayHoldRecords { get; } = AnnotatedTypes.In(root, isRenamed: false).Any();

    /// <summary>Whether it gives the annotation another name in the whole project.</summary>
    public bool RenamesEverywhere { get; } = AnnotatedTypes.RenamesEverywhere(root);

    /// <summary>What it declares.</summary>
    /// <param name="tree">The file itself, which is not kept: an editor may drop what it can read again.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public string SurfaceOf(SyntaxTree tree, CancellationToken cancellation) =>
        _surface ??= Surface.Of((CompilationUnitSyntax)tree.GetRoot(cancellation));

    /// <summary>What became of it in a project of this surface; null where that is not known.</summary>
    public ParsedFile? Recall(string project) => _last is { } last && last.Project == project ? last.File : null;

    /// <summary>Keeps what became of it, unless that has places in it: an edit of any file may move those.</summary>
    public void Remember(string project, ParsedFile file)
    {
        if (file.Records.All(record => record.Diagnostics.Count == 0))
            _last = new(project, file);
    }

    // One reference, so that drivers on two threads never see half of it.
    private sealed record Parse(string Project, ParsedFile File);
}
