using System.CommandLine;

namespace TypedExplain.Batch.Programs;

/// <summary>Arguments that are files.</summary>
internal static class FileArguments
{
    /// <summary>Refuses what looks like an option, which a list of files would take for one of them.</summary>
    public static void RefuseOptions(this Argument<string[]> files) => files.Validators.Add(result =>
    {
        foreach (string file in result.Tokens.Select(token => token.Value).Where(file => file.StartsWith('-')))
            result.AddError($"{file} is no option of this command; of a file write ./{file}.");
    });
}
