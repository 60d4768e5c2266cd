namespace TypedExplain.Tests.Shap;

/// <summary>A value that an instance lacks, and that it lacks it, are one player's state.</summary>
public class MissingValueTests
{
    [Fact]
    public void AModelIsNeverAskedAboutAPlaceholder()
    {
        Dataset<Person> background = new([new(30.0), new(50.0)]);
        List<double?> asked = [];
        IModel<Person> model = Model.From<Person>(person =>
        {
            lock (asked)
                asked.Add(person.Age);
            return person.Age ?? -1;
        });
        foreach (IShapExplainer<Person> explainer in (IShapExplainer<Person>[])[new KernelShap<Person> { Background = background }, new KernelShap<Person> { Background = background, ExactUpTo = 0 }, new PermutationShap<Person> { Background = background }])
        {
            ShapValues<Person> values = explainer.Values(model, new((double?)null));
            Assert.Equal((40, 0, -41), (values.BaseValue, values.Contributions.Age, values.Contributions.AgeIsMissing));
            Assert.Null(values.StandardErrors);
        }

        Assert.All(asked, age => Assert.True(age is null or 30 or 50, $"{age} was asked about."));
    }

    /// <summary>Rows 1 to 6 of the penguins; the fourth has no measures.</summary>
    [Fact]
    public void Penguins()
    {
        Penguin[] penguins = [new(39.1, 3750, false), new(39.5, 3800, true), new(40.3, 3250, true), new(null, null, false), new(36.7, 3450, true), new(39.3, 3650, false), new(38.9, 3625, true)];
        WeightedRows<Penguin> background = new(new Dataset<Penguin>([penguins[0], penguins[1], penguins[2], penguins[0] with { BodyMass = 4265 }]), [1, 1, 1, 1]);
        IModel<Penguin> model = Model.From<Penguin>(penguin => penguin.BodyMass ?? 4000);
        ShapValues<Penguin> values = new KernelShap<Penguin> { Background = background }.Values(model, penguins[3]);
        Assert.Equal(3766.25, values.BaseValue);
        Assert.Equal(0, values.Contributions.BodyMass);
        Assert.Equal(233.75, values.Contributions.BodyMassIsMissing, 1e-10);
        Assert.Equal(0, values.Contributions.BillLengthIsMissing, 1e-10);
    }

    /// <summary>A value that only the instance has: whether there is one makes all the difference.</summary>
    [Fact]
    public void AValueThatNoBackgroundRowHas()
    {
        Dataset<Person> background = new([new((double?)null), new((double?)null)]);
        IModel<Person> model = Model.From<Person>(person => person.Age ?? -1);
        ShapValues<Person> values = new KernelShap<Person> { Background = background }.Values(model, new(40.0));
        Assert.Equal((-1, 0, 41), (values.BaseValue, values.Contributions.Age, values.Contributions.AgeIsMissing));
        ShapValues<Person> equal = new KernelShap<Person> { Background = background }.Values(model, new((double?)null));
        Assert.Equal((-1, 0, 0), (equal.BaseValue, equal.Contributions.Age, equal.Contributions.AgeIsMissing));
    }

    /// <summary>A value that some background rows lack, as before: known that there is one, the next row that has one gives it.</summary>
    [Fact]
    public void AValueThatSomeBackgroundRowsLack()
    {
        Dataset<Person> background = new([new(30.0), new((double?)null)]);
        IModel<Person> model = Model.From<Person>(person => person.Age ?? -1);
        ShapValues<Person> values = new KernelShap<Person> { Background = background }.Values(model, new(40.0));
        Assert.Equal((14.5, 7.5, 18), (values.BaseValue, values.Contributions.Age, values.Contributions.AgeIsMissing));
    }

    /// <summary>Trees ask about columns: the placeholder's too.</summary>
    [Fact]
    public void TreesDoNotSeeAPlaceholder()
    {
        Person[] people = [.. Enumerable.Range(0, 60).Select(i => new Person(i % 4 == 0 ? null : 18 + i))];
        Dataset<Person> data = new(people);
        Forest<Person> forest = new RandomForest<Person> { Trees = 5, Seed = 3 }.Train(data.WithTarget(people.Select(person => person.Age ?? 200)));
        WeightedRows<Person> background = new Dataset<Person>([new(30.0), new(50.0), new((double?)null)]);
        TreeShap<Person> interventional = new() { Expectation = TreeExpectation.Interventional, Background = background };
        foreach (Person person in (Person[])[new((double?)null), new(19.0), new(64.0)])
        {
            ShapValues<Person> asked = new KernelShap<Person> { Background = background }.Values(forest, person), read = interventional.Values(forest, person);
            Assert.Equal(asked.Contributions.Age, read.Contributions.Age, 1e-12);
            Assert.Equal(asked.Contributions.AgeIsMissing, read.Contributions.AgeIsMissing, 1e-12);
        }

        ShapValues<Person> path = new TreeShap<Person>().Values(forest, new((double?)null));
        Assert.Equal(0, path.Contributions.Age);
        Assert.Equal(path.Prediction - path.BaseValue, path.Contributions.AgeIsMissing, 1e-10);
    }
}
