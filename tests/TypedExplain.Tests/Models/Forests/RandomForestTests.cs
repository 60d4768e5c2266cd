namespace TypedExplain.Tests.Models.Forests;

public class RandomForestTests
{
    // Chinstraps live on Dream; of the others those above 4500 g are Gentoos.
    private static readonly Dataset<Penguin> Penguins = new(
        Enumerable.Range(0, 90).Select(i => new Penguin(3000 + (37 * i % 90 * 30), (Island)(i % 3))));

    private static readonly Dataset<Penguin> Labeled = Penguins.WithLabels(Penguins.Rows.Select(SpeciesOf));

    [Fact]
    public void Classes_come_out_under_their_names()
    {
        Forest<Penguin> forest = new RandomForest<Penguin> { Seed = 1 }.Train(Labeled);
        Assert.Equal(["Adelie", "Chinstrap", "Gentoo"], forest.Outputs.ToArray());
        Assert.Equal(100, forest.TreeCount);
        Assert.Equal("Forest of 100 trees for Adelie, Chinstrap, Gentoo", forest.ToString());
        Assert.InRange(forest.Output(Species.Chinstrap).Predict(new(3600, Island.Dream)), 0.9, 1);
        Assert.InRange(forest.Output(Species.Gentoo).Predict(new(5000, Island.Biscoe)), 0.9, 1);
        Assert.InRange(forest.Output(Species.Adelie).Predict(new(3500, Island.Torgersen)), 0.9, 1);

        double[] scores = new double[90 * 3];
        forest.Score(Labeled.Encoded, scores);
        for (int row = 0; row < 90; row++)
            Assert.Equal(1, scores.AsSpan(row * 3, 3).ToArray().Sum(), 1e-12);
    }

    [Fact]
    public void A_number_comes_out_as_the_prediction()
    {
        Forest<Penguin> forest = new RandomForest<Penguin> { Trees = 50 }.Train(Penguins.WithTarget(Penguins.Rows.Select(penguin => 2 * penguin.Mass)));
        Assert.Equal("prediction", Assert.Single(forest.Outputs));
        Assert.Equal(9000, forest.Predict(new(4500, Island.Dream)), 90.0);
    }

    [Fact]
    public void The_columns_of_a_category_count_together()
    {
        Forest<Penguin> forest = new RandomForest<Penguin> { FeaturesPerSplit = 4, Bootstrap = false, Trees = 1 }.Train(Labeled);
        TreeNode root = forest.Trees[0].Root;

        // The root asks for Dream (column 2), all below it for the mass.
        Assert.Equal(2, root.Column);
        double island = root.Impurity - (forest.Trees[0][root.Left].Impurity * 60 / 90);
        Assert.Equal(island / root.Impurity, forest.Importances[1], 1e-12);
        Assert.Equal(1 - (island / root.Impurity), forest.Importances[0], 1e-12);
    }

    [Fact]
    public void Importances_without_a_split_are_all_zero()
    {
        Forest<Penguin> forest = new RandomForest<Penguin>().Train(Penguins.WithTarget(new double[90]));
        Assert.Equal([0, 0], forest.Importances.AsSpan().ToArray());
    }

    [Fact]
    public void Leaves_are_nodes_of_the_trees()
    {
        Forest<Penguin> forest = new RandomForest<Penguin> { Trees = 5, MinLeafRows = 3, MaxDepth = 3 }.Train(Labeled);
        int[] leaves = new int[90 * 5];
        forest.Leaves(Labeled.Encoded, leaves);
        for (int i = 0; i < leaves.Length; i++)
        {
            Assert.True(forest.Trees[i % 5][leaves[i]].IsLeaf);
            Assert.Equal(leaves[i], forest.Trees[i % 5].Leaf(Labeled.Encoded[i / 5]));
        }
    }

    [Fact]
    public void Options_reach_the_trees()
    {
        Forest<Penguin> Train(RandomForest<Penguin> trainer) => (trainer with { Trees = 20 }).Train(Labeled);
        TreeNode First(RandomForest<Penguin> trainer) => Train(trainer).Trees[0].Root;
        RandomForest<Penguin> plain = new();

        Assert.All(Train(plain with { MaxDepth = 1 }).Trees, tree => Assert.Equal(3, tree.NodeCount));
        Assert.All(Train(plain with { MinLeafRows = 40 }).Trees, tree => Assert.Equal(1, tree.NodeCount));
        Assert.Equal((90, 90), (First(plain with { Bootstrap = false }).Rows, First(plain with { Bootstrap = false }).Draws));
        Assert.True(First(plain).Rows < 90);
        Assert.NotEqual(First(plain), First(plain with { Seed = 1 }));

        // Four columns: a class looks at two of them, a number at all.
        Assert.Equal(First(plain with { FeaturesPerSplit = 2, MaxThreads = 1 }), First(plain));
        Assert.Contains(Train(plain with { Bootstrap = false }).Trees, tree => tree.Root.Column != 2);
        Assert.All(Train(plain with { Bootstrap = false, FeaturesPerSplit = 4 }).Trees, tree => Assert.Equal(2, tree.Root.Column));
        Forest<Penguin> number = (plain with { Bootstrap = false }).Train(Penguins.WithTarget(Penguins.Rows.Select(penguin => penguin.Mass)));
        Assert.All(number.Trees, tree => Assert.Equal(0, tree.Root.Column));
    }

    [Fact]
    public void Illegal_options_are_named_with_their_value_and_what_is_allowed()
    {
        RandomForest<Penguin> plain = new();
        AssertRefused(plain with { Trees = 0 }, "Trees is 0; it must be at least 1.");
        AssertRefused(plain with { MaxDepth = 0 }, "MaxDepth is 0; it must be at least 1.");
        AssertRefused(plain with { MinLeafRows = -1 }, "MinLeafRows is -1; it must be at least 1.");
        AssertRefused(plain with { MaxThreads = 0 }, "MaxThreads is 0; it must be at least 1.");
        AssertRefused(plain with { FeaturesPerSplit = 0 }, "FeaturesPerSplit is 0; it must be from 1 to 4, the columns of Penguin, or null for the usual number.");
        AssertRefused(plain with { FeaturesPerSplit = 5 }, "FeaturesPerSplit is 5; it must be from 1 to 4, the columns of Penguin, or null for the usual number.");

        static void AssertRefused(RandomForest<Penguin> trainer, string message) =>
            Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => trainer.Train(Labeled)).Message);
    }

    [Fact]
    public void Data_that_teach_nothing_are_refused_with_the_remedy()
    {
        RandomForest<Penguin> trainer = new();
        Assert.Equal(
            "The 90 rows of Penguin have no target to learn: call WithTarget or WithLabels.",
            Assert.Throws<InvalidDatasetException>(() => trainer.Train(Penguins)).Message);
        Assert.Equal(
            "A forest cannot be trained on 1 row of Penguin; it needs at least 2.",
            Assert.Throws<InvalidDatasetException>(() => trainer.Train(Labeled.Select([3]))).Message);
        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(Labeled, new CancellationToken(canceled: true)));
    }

    private static Species SpeciesOf(Penguin penguin) => penguin switch
    {
        { Island: Island.Dream } => Species.Chinstrap,
        { Mass: > 4500 } => Species.Gentoo,
        _ => Species.Adelie,
    };
}
