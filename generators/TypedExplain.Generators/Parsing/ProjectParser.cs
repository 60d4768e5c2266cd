using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>
/// Parses the annotated types of a project, and only what an edit can have changed. The compiler's own search by
/// attribute binds every record again after every key, and that alone is more work than is allowed here.
/// </summary>
internal sealed class ProjectParser
{
    private readonly ConditionalWeakTable<SyntaxTree, RememberedFile> _files = new();
    private readonly Identities _identities = new();

    /// <summary>One result per file, in the order of the compilation.</summary>
    public IEnumerable<ParsedFile> Parse(Compilation compilation, CancellationToken cancellation)
    {
        List<(SyntaxTree Tree, RememberedFile File)> files = compilation.SyntaxTrees.Select(tree => (tree, Look(tree, cancellation))).ToList();
        bool isRenamed = files.Exists(file => file.File.RenamesEverywhere);
        string? project = null;
        return files.ConvertAll(file => isRenamed || file.File.MayHoldRecords ? ParseFile(file.Tree, file.File) : ParsedFile.Empty);

        ParsedFile ParseFile(SyntaxTree tree, RememberedFile file)
        {
            project ??= SurfaceOf(compilation, files, cancellation);
            if (file.Recall(project) is { } known)
                return known;

            ParsedFile parsed = new(Records(tree, isRenamed, compilation, cancellation).ToEquatableArray());
            file.Remember(project, parsed);
            return parsed;
        }
    }

    private static IEnumerable<ParsedRecord> Records(SyntaxTree tree, bool isRenamed, Compilation compilation, CancellationToken cancellation)
    {
        SemanticModel semantics = compilation.GetSemanticModel(tree);
        foreach (TypeDeclarationSyntax declaration in AnnotatedTypes.In((CompilationUnitSyntax)tree.GetRoot(cancellation), isRenamed))
        {
            cancellation.ThrowIfCancellationRequested();
            if (semantics.GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol type
                && type.GetAttributes().FirstOrDefault(attribute => attribute.IsOurs("FeatureRecord") && StandsOn(attribute, declaration)) is { } annotation)
            {
                yield return RecordParser.Parse(type, declaration, annotation, compilation, cancellation);
            }
        }
    }

    private static bool StandsOn(AttributeData attribute, TypeDeclarationSyntax declaration) =>
        attribute.ApplicationSyntaxReference is { } place
        && place.SyntaxTree == declaration.SyntaxTree
        && declaration.AttributeLists.Any(list => list.Span.Contains(place.Span));

    private RememberedFile Look(SyntaxTree tree, CancellationToken cancellation) =>
        _files.TryGetValue(tree, out RememberedFile? file)
            ? file
            : _files.GetValue(tree, _ => new((CompilationUnitSyntax)tree.GetRoot(cancellation)));

    /// <summary>All that models can depend on: what the files declare, the references, and the options of both.</summary>
    private string SurfaceOf(Compilation compilation, List<(SyntaxTree Tree, RememberedFile File)> files, CancellationToken cancellation)
    {
        StringBuilder text = new();
        text.Append(compilation.AssemblyName).Append('\n').Append(_identities.Of(compilation.Options));
        foreach (MetadataReference reference in compilation.References)
            text.Append('\n').Append(_identities.Of(reference));
        foreach ((SyntaxTree tree, RememberedFile file) in files)
            text.Append('\n').Append(_identities.Of(tree.Options)).Append(' ').Append(file.SurfaceOf(tree, cancellation));
        return Surface.Hash(text.ToString());
    }
}
