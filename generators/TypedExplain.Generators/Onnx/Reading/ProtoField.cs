namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>One field of a protobuf message: a number, or where its bytes stand.</summary>
/// <param name="Number">The number of the field.</param>
/// <param name="Value">The number that it holds, of a varint; 0 of every other.</param>
/// <param name="Start">The first byte of its content.</param>
/// <param name="End">The byte after its content.</param>
/// <param name="IsMessage">Whether its content is a message, a text or packed numbers, and no single number.</param>
internal readonly record struct ProtoField(int Number, long Value, long Start, long End, bool IsMessage);
