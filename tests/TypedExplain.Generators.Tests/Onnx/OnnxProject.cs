namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>A project with ONNX files among its additional files, in a folder of its own.</summary>
internal sealed class OnnxProject : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("typedexplain-onnx-").FullName;
    private readonly List<AdditionalText> _files = [];

    public static OnnxProject With(params string[] models)
    {
        OnnxProject project = new();
        foreach (string model in models.Where(model => model.Length > 0))
        {
            (string file, byte[] bytes) = OnnxText.Parse(model);
            project.Add(file, bytes);
        }

        return project;
    }

    /// <summary>Its files, as the compiler has them.</summary>
    public IReadOnlyList<AdditionalText> Files => _files;

    /// <summary>Where a file of the project is.</summary>
    public string PathOf(string file) => Path.Combine(_folder, file);

    public void Add(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), bytes);
        _files.Add(new BinaryFile(PathOf(file)));
    }

    /// <summary>Tells the compiler of a file that is not there.</summary>
    public void AddMissing(string file) => _files.Add(new BinaryFile(PathOf(file)));

    /// <summary>Writes a file anew; what the compiler was told of it stays.</summary>
    public void Replace(string model)
    {
        (string file, byte[] bytes) = OnnxText.Parse(model);
        DateTime before = File.GetLastWriteTimeUtc(PathOf(file));
        File.WriteAllBytes(PathOf(file), bytes);
        File.SetLastWriteTimeUtc(PathOf(file), before.AddSeconds(2));
    }

    public Generation Generate(params string[] sources) =>
        Generation.Of([.. sources.Select((source, i) => Compiler.Parse(source, $"User{i}.cs"))], [.. _files]);

    /// <summary>The same for a project without the package that runs ONNX models.</summary>
    public Generation GenerateWithoutRuntime(string source) => Generation.WithoutOnnx([Compiler.Parse(source, "User0.cs")], [.. _files]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
