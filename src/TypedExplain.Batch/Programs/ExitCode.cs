namespace TypedExplain.Batch.Programs;

/// <summary>What a program ends with, by the conventions of sysexits.h, which schedulers and drivers know.</summary>
internal static class ExitCode
{
    /// <summary>All is done.</summary>
    public const int Done = 0;

    /// <summary>The command line is not right.</summary>
    public const int Usage = 64;

    /// <summary>The data, the model or a file is not as it must be: trying again without a change ends alike.</summary>
    public const int BadData = 65;

    /// <summary>It was ended, or the moment was not right: the same command goes on where it was.</summary>
    public const int TryAgain = 75;
}
