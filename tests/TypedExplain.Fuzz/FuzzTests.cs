namespace TypedExplain.Fuzz;

/// <summary>Whatever a reader is given, it reads it or refuses it with an exception of the library, in memory that the input's bytes account for.</summary>
public class FuzzTests
{
    // 412,500 in all; eng/fuzz.sh runs ten million.
    private const int InputsPerReader = 12_500;

    public static TheoryData<string> Names => [.. Readers.All.Select(reader => reader.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_input_is_too_much(string name)
    {
        Counts counts = new Fuzzer(Readers.All.Single(reader => reader.Name == name)).Run(0, InputsPerReader);
        Console.WriteLine(counts);

        Assert.True(counts.IsClean, string.Join("\n", counts.Found.Prepend(counts.ToString())));
        Assert.InRange(counts.Inputs, 0.9 * InputsPerReader, 1.1 * InputsPerReader);

        // Some are read, so that the mutations reach behind the first check.
        Assert.InRange(counts.Read, 1, counts.Inputs);
    }

    public static TheoryData<string> LongNames => [.. Readers.All.Where(reader => reader.Long is not null).Select(reader => reader.Name)];

    [Theory]
    [MemberData(nameof(LongNames))]
    public void Long_inputs_cost_their_length_and_end(string name)
    {
        // What grew with the square would be hung on the longer one.
        Reader reader = Readers.All.Single(own => own.Name == name);
        foreach (int parts in new[] { 1_000, 100_000 })
        {
            Counts counts = new Fuzzer(reader).Run(reader.Long!(parts));

            Assert.True(counts.IsClean, string.Join("\n", counts.Found.Prepend(counts.ToString())));
            Assert.Equal(1, counts.Inputs);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_input_is_the_same_whenever_it_is_made(string name)
    {
        Reader reader = Readers.All.Single(own => own.Name == name);
        byte[][] seeds = reader.Seeds();

        Assert.Equal(reader.Mutate(new Random(5), seeds[0], seeds[^1]), reader.Mutate(new Random(5), seeds[0], seeds[^1]));
        Assert.All(seeds, seed => Assert.True(new Fuzzer(reader).One(seed).IsClean));
    }
}
