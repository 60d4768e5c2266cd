using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TypedExplain.Models.Forests;
using TypedExplain.Models.Forests.Walking;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Models.Forests;

/// <summary>Scores and leaves by whatever layout against walks through the public nodes, bit for bit.</summary>
public class ForestWalkTests
{
    private static readonly int[] s_batches = [1, 2, 3, 5, 31, 64, 129, 256, 300];

    /// <summary>Questions per tree, columns, trees, outputs, and how slim the trees are.</summary>
    public static TheoryData<int, int, int, int, double> Shapes => new()
    {
        { 0, 1, 1, 1, 0 },
        { 0, 3, 40, 2, 0 },
        { 1, 1, 40, 1, 0 },
        { 3, 4, 70, 3, 0.3 },
        { 7, 4, 70, 3, 0 },
        { 8, 8, 60, 1, 0.3 },
        { 15, 8, 60, 4, 0.1 },
        { 16, 9, 60, 2, 0.3 },
        { 31, 16, 60, 5, 0.2 },
        { 40, 17, 90, 1, 0.2 },
        { 63, 32, 90, 3, 0.2 },
        { 64, 33, 120, 1, 0.2 },
        { 157, 4, 30, 1, 0.1 },
        { 157, 64, 130, 2, 0.1 },
        { 200, 65, 30, 1, 0.3 },
        { 300, 2, 20, 1, 1 },
        { 2000, 5, 8, 7, 0.4 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Forests_answer_as_their_nodes_say(int splits, int columns, int trees, int outputs, double deepest)
    {
        Random random = new(splits + columns);
        TreeEnsemble forest = new([.. Enumerable.Range(0, trees).Select(_ => GrownTree.Of(splits, columns, outputs, random, deepest))], columns, outputs);
        foreach (int rows in (int[])[.. s_batches, splits < 100 ? 1000 : 4])
            ForestTwin.Check(forest, GrownTree.Rows(rows, columns, random), columns, outputs);
    }

    /// <summary>Laid out whether it pays or not.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Codes_lead_to_the_same_leaves(int splits, int columns, int trees, int outputs, double deepest)
    {
        Random random = new(splits - columns);
        DecisionTree[] own = [.. Enumerable.Range(0, trees).Select(_ => GrownTree.Of(random.Next(3) == 0 ? random.Next(9) : splits, columns, outputs, random, deepest))];
        CutSets sets = new();
        if (!own.All(sets.TryAdd))
        {
            Assert.True(columns > CodedTrees.MostColumns);
            return;
        }

        CodedTrees layout = new(own, sets.Cuts(), columns);
        foreach (int count in s_batches.Where(count => count <= BlockWalk.Most))
        {
            double[] rows = GrownTree.Rows(count, columns, random);
            short[] coded = new short[layout.Room(count)];
            layout.Encode(rows, coded);
            int[] expected = ForestTwin.Leaves(own, rows, columns);
            int most = BlockWalk.Most / count;
            for (int first = 0; first < trees; first += most)
            {
                int some = Math.Min(most, trees - first);
                int[] leaves = new int[some * count];
                layout.Leaves(first, some, coded, leaves);
                for (int tree = 0; tree < some; tree++)
                {
                    for (int row = 0; row < count; row++)
                        Assert.Equal(expected[(row * trees) + first + tree], leaves[(tree * count) + row]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void Forests_of_every_schema(Animal animal) => animal.Obeys(new AnswersAsNodesSay());

    /// <summary>More questions about a column than codes of 16 bits tell apart: forests are divided, and a tree that has too many alone is walked without.</summary>
    [Fact]
    public void More_thresholds_than_codes()
    {
        Random random = new(1);
        DecisionTree Large(int splits, int from) => GrownTree.Of(splits, 1, 1, random, 0, split => from + split);
        ImmutableArray<DecisionTree> trees = [Large(40_000, 0), Large(40_000, 40_000), Large(70_000, 0), Large(65_535, 0), Large(65_535, 0), Large(65_536, 0), Large(3, 5)];
        Assert.Equal([(0, 1), (1, 1), (2, 1), (3, 2), (5, 1), (6, 1)], TreeGroup.Divide(trees, 1).Select(group => (group.First, group.Count)));
        Assert.Equal(Vector128.IsHardwareAccelerated ? [3] : [], TreeGroup.Divide(trees, 1).Where(group => group.Coded is not null).Select(group => group.First));
        double[] rows = [.. Enumerable.Range(0, 300).Select(_ => random.Next(-1, 80_001) + (random.Next(3) / 2.0))];
        ForestTwin.Check(new(trees, 1, 1), rows, 1, 1);
        ForestTwin.Check(new(trees, 1, 1), rows[..2], 1, 1);
    }

    [Fact]
    public void Columns_beyond_codes_begin_a_group()
    {
        Random random = new(2);
        DecisionTree Asks(int columns) => GrownTree.Of(4 * columns, columns, 1, random, 0, _ => 0.5);
        ImmutableArray<DecisionTree> trees = [Asks(300), Asks(3), Asks(64), Asks(4)];
        Assert.Equal([(0, 1), (1, 3)], TreeGroup.Divide(trees, 300).Select(group => (group.First, group.Count)));
    }

    [Fact]
    public void Coding_must_pay()
    {
        Random random = new(3);
        TreeGroup[] Of(int trees) => TreeGroup.Divide([.. Enumerable.Range(0, trees).Select(_ => GrownTree.Of(30, 8, 1, random))], 8);
        Assert.Null(Assert.Single(Of(1)).Coded);
        Assert.Equal(Vector128.IsHardwareAccelerated, Assert.Single(Of(100)).Coded is not null);
    }

    [Fact]
    public void A_code_is_above_a_threshold_s_where_the_number_is()
    {
        foreach (int count in (int[])[1, 2, 3, 4, 5, 12])
        {
            double[] thresholds = [.. GrownTree.Numbers.Where(number => !double.IsNaN(number)).Distinct().Order().Take(count)];
            ColumnCuts cuts = new(1, thresholds);
            double[] numbers = [.. GrownTree.Numbers, .. thresholds.Select(Math.BitIncrement), .. thresholds.Select(Math.BitDecrement)];
            short[] codes = new short[3 * numbers.Length];
            cuts.Encode([.. numbers.SelectMany(number => (double[])[9, number])], 2, codes, 3);
            for (int i = 0; i < numbers.Length; i++)
            {
                Assert.All(thresholds, threshold => Assert.Equal(numbers[i] > threshold, codes[3 * i] > cuts.Code(threshold)));
                Assert.False(codes[3 * i] > ColumnCuts.Never);
            }
        }
    }

    /// <summary>The processor's own instruction puts 0 where the portable one does.</summary>
    [Fact]
    public void Codes_picked_by_any_instruction_set()
    {
        Vector128<byte> codes = Vector128.Create([.. Enumerable.Range(1, 16).Select(i => (byte)i)]);
        Vector128<byte> places = Vector128.Create((byte)14, 15, 0, 1, 0x80, 0x80, 6, 7, 6, 7, 0x80, 0x80, 2, 3, 8, 9);
        Vector128<byte> expected = Vector128.Create((byte)15, 16, 1, 2, 0, 0, 7, 8, 7, 8, 0, 0, 3, 4, 9, 10);
        Assert.Equal(expected, new EightCodesOf(codes).Pick(places));
        Assert.Equal(expected, Vector128.Shuffle(codes, places));
        if (Ssse3.IsSupported)
            Assert.Equal(expected, Ssse3.Shuffle(codes, places));
    }

    /// <summary>Many threads meet a forest whose layout nobody has made yet.</summary>
    [Fact]
    public void The_first_callers_at_once()
    {
        Random random = new(4);
        double[] rows = GrownTree.Rows(50, 6, random);
        for (int repetition = 0; repetition < 5; repetition++)
        {
            TreeEnsemble forest = new([.. Enumerable.Range(0, 50).Select(_ => GrownTree.Of(60, 6, 1, random))], 6, 1);
            Parallel.For(0, 8, _ => ForestTwin.Check(forest, rows, 6, 1));
        }
    }

    private readonly record struct EightCodesOf(Vector128<byte> Codes)
    {
        public Vector128<byte> Pick(Vector128<byte> places) => new EightCodes(Codes).Pick(in places).AsByte();
    }

    private sealed class AnswersAsNodesSay : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Random random = new(5);
            Dataset<T> rows = new(Enumerable.Range(0, 60).Select(_ => twin.Random(random)));
            double[] encoded = [.. new Dataset<T>(Enumerable.Range(0, 70).Select(_ => twin.Random(random))).Encoded.Values];
            foreach (Dataset<T> data in (Dataset<T>[])[rows.WithTarget(rows.Rows.Select(_ => random.NextDouble())), rows.WithLabels(rows.Rows.Select(_ => (DayOfWeek)random.Next(3)))])
            {
                Forest<T> forest = new RandomForest<T> { Trees = 40, MaxThreads = 1 }.Train(data);
                double[] scores = new double[70 * forest.Outputs.Length];
                int[] leaves = new int[70 * 40];
                forest.Score(new(encoded), scores);
                forest.Leaves(new(encoded), leaves);
                Assert.Equal(ForestTwin.Leaves(forest.Trees, encoded, T.Schema.Columns), leaves);
                Assert.Equal(ForestTwin.Scores(forest.Trees, encoded, T.Schema.Columns, forest.Outputs.Length), scores.Select(BitConverter.DoubleToInt64Bits));
            }
        }
    }
}
