using System.Collections.Immutable;
using Pulumi;

namespace Conformance.Tests.Programs;

/// <summary>A custom resource with arguments of every shape, written as generated classes are.</summary>
internal sealed class TypedThing(string name, TypedThing.Arguments arguments)
    : CustomResource("test:index:Thing", name, arguments, new CustomResourceOptions { Version = "1.2.3" })
{
    public sealed class Arguments : ResourceArgs
    {
        [Input("text")]
        public Input<string>? Text { get; set; }

        [Input("empty")]
        public Input<string>? EmptyText { get; set; }

        [Input("integer")]
        public Input<int>? Integer { get; set; }

        [Input("negative")]
        public Input<int>? Negative { get; set; }

        [Input("big")]
        public Input<int>? Big { get; set; }

        [Input("fraction")]
        public Input<double>? Fraction { get; set; }

        [Input("yes")]
        public Input<bool>? Yes { get; set; }

        [Input("no")]
        public Input<bool>? No { get; set; }

        [Input("list")]
        private InputList<string>? _list;
        public InputList<string> List
        {
            get => _list ??= [];
            set => _list = value;
        }

        [Input("emptyList")]
        public InputList<string>? EmptyList { get; set; }

        [Input("nestedLists")]
        private InputList<ImmutableArray<string>>? _nestedLists;
        public InputList<ImmutableArray<string>> NestedLists
        {
            get => _nestedLists ??= [];
            set => _nestedLists = value;
        }

        [Input("numbers")]
        private InputList<double>? _numbers;
        public InputList<double> Numbers
        {
            get => _numbers ??= [];
            set => _numbers = value;
        }

        [Input("mixed")]
        private InputList<string>? _mixed;
        public InputList<string> Mixed
        {
            get => _mixed ??= [];
            set => _mixed = value;
        }

        [Input("map")]
        public InputMap<string>? Map { get; set; }

        [Input("emptyMap")]
        public InputMap<string>? EmptyMap { get; set; }

        [Input("mixedMap")]
        private InputMap<string>? _mixedMap;
        public InputMap<string> MixedMap
        {
            get => _mixedMap ??= [];
            set => _mixedMap = value;
        }

        [Input("object")]
        public Input<Nested>? Object { get; set; }
    }

    public sealed class Nested : ResourceArgs
    {
        [Input("text")]
        public Input<string>? Text { get; set; }

        [Input("number")]
        public Input<double>? Number { get; set; }

        [Input("list")]
        private InputList<string>? _list;
        public InputList<string> List
        {
            get => _list ??= [];
            set => _list = value;
        }

        [Input("object")]
        public Input<Deeper>? Object { get; set; }
    }

    public sealed class Deeper : ResourceArgs
    {
        [Input("flag")]
        public Input<bool>? Flag { get; set; }

        [Input("list")]
        private InputList<Nested>? _list;
        public InputList<Nested> List
        {
            get => _list ??= [];
            set => _list = value;
        }
    }
}
