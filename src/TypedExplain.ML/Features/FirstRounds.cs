using TypedExplain.Errors;
using TypedExplain.ML.Trees;

namespace TypedExplain.ML.Features;

/// <summary>Leaves out the rounds of training that do not count.</summary>
internal static class FirstRounds
{
    /// <summary>The forest of as many rounds as are asked for.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rounds">How many rounds count; null for all.</param>
    /// <exception cref="InvalidOptionException">There are not as many.</exception>
    /// <exception cref="InvalidModelException">It is not said how many count, and the file calls fewer than all the best.</exception>
    public static FileForest Of(FileForest file, int? rounds)
    {
        if (rounds is null)
        {
            return file.BestRounds is not { } best || best >= file.Rounds
                ? file
                : throw new InvalidModelException($"The model was trained for {file.Rounds} rounds, and its file says that the first {best} are its best, as early stopping leaves it. XGBClassifier and XGBRegressor answer by these, and Booster.predict by all. Say in {nameof(TreeFileOptions<>)}.{nameof(TreeFileOptions<>.Rounds)} which count: {best} or {file.Rounds}.");
        }

        if (rounds < 1 || rounds > file.Rounds)
            throw new InvalidOptionException($"{nameof(TreeFileOptions<>.Rounds)} is {rounds}, and the model was trained for {file.Rounds} {Noun.Of(file.Rounds, "round")}; give 1 to {file.Rounds}, or null for all.");
        return file with
        {
            Trees = [.. file.Trees.Take(rounds.Value * file.TreesPerRound)],
            Factor = file.IsMean ? file.Factor * file.Rounds / rounds.Value : file.Factor,
        };
    }
}
