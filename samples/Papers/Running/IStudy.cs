namespace Papers;

/// <summary>One table, or one family of figures, of a paper.</summary>
public interface IStudy
{
    /// <summary>Its name: the words of the command that runs it, joined by hyphens, such as expo-uci-housing.</summary>
    string Name { get; }

    /// <summary>The version of the study, raised whenever its numbers may change: kept cells and pages of another version are not its own.</summary>
    int Version { get; }

    /// <summary>Folders and files of samples/Papers that its numbers come from; a test asks for a look at <see cref="Version"/> when they change.</summary>
    IReadOnlyList<string> Sources { get; }

    /// <summary>The data files that it needs, relative to the data folder.</summary>
    IReadOnlyList<string> Needs { get; }

    /// <summary>Whether its page has pictures, so that the command "figures" runs it.</summary>
    bool HasPictures { get; }

    /// <summary>The work; the same options give the same cells.</summary>
    IReadOnlyList<Cell> Cells(StudyOptions options);

    /// <summary>Tables beside the published numbers and pictures, from the finished cells; says which are absent.</summary>
    Page Draw(StudyOptions options, Numbers numbers);
}
