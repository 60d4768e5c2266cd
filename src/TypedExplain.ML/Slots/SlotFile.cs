using TypedExplain.ML.Features;
using TypedExplain.ML.Trees;

namespace TypedExplain.ML.Slots;

/// <summary>Trees of ML.NET in the form of those of a file, whose columns are the features of the record.</summary>
internal static class SlotFile
{
    // There is no file whose length would bound what is read.
    private const long Unbounded = long.MaxValue / 1024;

    /// <summary>What fills the columns: each feature its own, a category by its position.</summary>
    public static ColumnSource<T>[] Sources<T>()
        where T : IFeatureRecord<T> => [.. T.Schema.Features.Select(feature => new ColumnSource<T>(feature, feature.Column)
        {
            Flags = [.. T.Schema.MissingColumns(feature)],
            Codes = feature.Kind == FeatureKind.Category ? [.. Enumerable.Range(0, feature.Categories.Length).Select(i => (double)i)] : [],
        })];

    /// <summary>Puts trees into that form.</summary>
    /// <param name="forest">The trees.</param>
    /// <param name="questions">What their questions are about.</param>
    /// <param name="background">The rows that tell how many come to each node.</param>
    public static FileForest Of<T>(SlotForest forest, Dictionary<(SlotTree Tree, int Question), SlotQuestion<T>> questions, Dataset<T> background)
        where T : IFeatureRecord<T>
    {
        ColumnSource<T>[] sources = Sources<T>();
        return new()
        {
            Library = "ML.NET",
            Length = Unbounded,
            Sha256 = "",
            Objective = "",
            Link = forest.Link,
            AreLogOdds = forest.AreLogOdds,
            Outputs = forest.Constants.Length,
            Constants = [.. forest.Constants],
            Factor = 1,
            Columns = [.. T.Schema.Features.Select(feature => feature.Name)],
            AreColumnsNumbered = false,
            Trees = [.. forest.Trees.Select((tree, i) => Tree($"Tree {i}", tree, questions, sources, background))],
        };
    }

    private static FileTree Tree<T>(string name, SlotTree tree, Dictionary<(SlotTree Tree, int Question), SlotQuestion<T>> found, ColumnSource<T>[] sources, Dataset<T> background)
        where T : IFeatureRecord<T>
    {
        List<FileQuestion> questions = [];
        List<int> left = [], right = [];
        List<double> leaves = [];

        // Each node once, the root first; what a place is filled with is known when its node is met.
        Queue<(int Node, List<int>? Children, int Place)> open = new([(tree.Questions > 0 ? 0 : -1, null, 0)]);
        while (open.TryDequeue(out (int Node, List<int>? Children, int Place) next))
        {
            int node = Decided(tree, next.Node, found), number;
            if (node < 0)
            {
                leaves.Add(tree.Tree.LeafValues[~node] * tree.Weight);
                number = -leaves.Count;
            }
            else
            {
                (FileQuestion question, bool isSwapped) = Question(found[(tree, node)]);
                number = questions.Count;
                questions.Add(question);
                left.Add(0);
                right.Add(0);
                (int first, int second) = isSwapped ? (tree.Tree.RightChild[node], tree.Tree.LeftChild[node]) : (tree.Tree.LeftChild[node], tree.Tree.RightChild[node]);
                open.Enqueue((first, left, number));
                open.Enqueue((second, right, number));
            }

            if (next.Children is { } children)
                children[next.Place] = number;
        }

        double[] questionCovers = new double[questions.Count], leafCovers = new double[leaves.Count];
        for (int row = 0; row < background.Count; row++)
        {
            int node = questions.Count > 0 ? 0 : -1;
            for (; node >= 0; node = questions[node].IsTrue(sources[questions[node].Column].Read(background.Encoded[row])) ? left[node] : right[node])
                questionCovers[node]++;
            leafCovers[~node]++;
        }

        return new() { Name = name, Output = tree.Output, Questions = [.. questions], True = [.. left], False = [.. right], Leaves = [.. leaves], QuestionCovers = questionCovers, LeafCovers = leafCovers };
    }

    /// <summary>Goes on from a node whose answer is the same for every row.</summary>
    private static int Decided<T>(SlotTree tree, int node, Dictionary<(SlotTree Tree, int Question), SlotQuestion<T>> found)
        where T : IFeatureRecord<T>
    {
        while (node >= 0 && found[(tree, node)] is { Turns: false, LeftValues: null } one && (one.LeftIfMissing is null || one.LeftIfMissing == one.LeftAtFirst))
            node = one.LeftAtFirst ? tree.Tree.LeftChild[node] : tree.Tree.RightChild[node];
        return node;
    }

    /// <summary>A question about a feature, and whether true leads to the right.</summary>
    private static (FileQuestion Question, bool IsSwapped) Question<T>(SlotQuestion<T> found)
        where T : IFeatureRecord<T>
    {
        int column = found.Feature!.Index;
        if (found.LeftValues is { } values)
            return (new(column, 0) { Set = CategorySet.Of(values), Missing = MissingWay.Missing, IsMissingTrue = found.LeftIfMissing ?? false }, false);
        double cut = found.Turns ? NumberOrder.At(found.Before) : double.MaxValue;
        return (new(column, cut) { Missing = MissingWay.Missing, IsMissingTrue = (found.LeftIfMissing ?? false) == found.LeftAtFirst }, !found.LeftAtFirst);
    }
}
