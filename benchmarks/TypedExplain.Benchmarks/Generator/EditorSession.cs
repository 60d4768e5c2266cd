using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedExplain.Generators;

namespace TypedExplain.Benchmarks;

/// <summary>An editor with a project open: each edit replaces one file and runs the generator again.</summary>
internal sealed class EditorSession
{
    private readonly Dictionary<string, SyntaxTree> _files;
    private CSharpCompilation _compilation;
    private int _edits;

    /// <param name="project">What is open, which the generator has not seen.</param>
    public EditorSession(CSharpCompilation project)
    {
        _compilation = project;
        _files = project.SyntaxTrees.ToDictionary(tree => tree.FilePath);
        Driver = NewDriver().RunGenerators(project);
    }

    /// <summary>The generator as it ran last.</summary>
    public GeneratorDriver Driver { get; private set; }

    /// <summary>A generator that has not run and remembers nothing.</summary>
    public static GeneratorDriver NewDriver() =>
        CSharpGeneratorDriver.Create([new FeatureRecordGenerator().AsSourceGenerator()], parseOptions: AnnotatedProject.Options);

    /// <summary>Replaces a file by one that no edit made before.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Its new text, from the number of the edit.</param>
    public GeneratorDriver Edit(string path, Func<int, string> write)
    {
        SyntaxTree edited = AnnotatedProject.Parse(path, write(++_edits));
        _compilation = _compilation.ReplaceSyntaxTree(_files[path], edited);
        _files[path] = edited;
        return Driver = Driver.RunGenerators(_compilation);
    }
}
