namespace TypedExplain.Generators.Model;

/// <summary>The stages of the pipeline, by which tests ask why one ran again.</summary>
internal static class TrackingNames
{
    /// <summary>Every file, with what became of its annotated types.</summary>
    public const string Files = nameof(Files);

    /// <summary>Every annotated type, parsed.</summary>
    public const string Parsed = nameof(Parsed);

    /// <summary>The records that source is written for.</summary>
    public const string Records = nameof(Records);

    /// <summary>What is wrong with the others.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>The same with the syntax trees that it is shown in.</summary>
    public const string Placed = nameof(Placed);

    /// <summary>The ONNX files of the project, as they are now.</summary>
    public const string OnnxFiles = nameof(OnnxFiles);

    /// <summary>What was read in them.</summary>
    public const string OnnxModels = nameof(OnnxModels);

    /// <summary>Every class of a model, with its record and the model.</summary>
    public const string Contracts = nameof(Contracts);
}
