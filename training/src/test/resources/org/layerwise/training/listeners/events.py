"""Writes events.golden, a TensorBoard event file, by the official protocol-buffer library and a CRC of its own.

Run with any Python 3 that has protobuf (Debian: python3-protobuf):  /usr/bin/python3 events.py

The messages are declared from TensorFlow's event.proto and summary.proto, the fields that are used here; the record
format is that of tensorflow/core/lib/io/record_writer.h; CRC32C is computed bit by bit from its polynomial.
"""

import pathlib
import struct

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

F = descriptor_pb2.FieldDescriptorProto


def field(name, number, kind, repeated=False, type_name=None):
    made = F(name=name, number=number, type=kind, label=F.LABEL_REPEATED if repeated else F.LABEL_OPTIONAL)
    if type_name:
        made.type_name = type_name
    return made


def messages():
    file = descriptor_pb2.FileDescriptorProto(name="event.proto", package="tensorflow", syntax="proto3")
    summary = file.message_type.add(name="Summary")
    value = summary.nested_type.add(name="Value")
    value.field.extend([field("tag", 1, F.TYPE_STRING), field("simple_value", 2, F.TYPE_FLOAT)])
    summary.field.append(field("value", 1, F.TYPE_MESSAGE, True, ".tensorflow.Summary.Value"))
    event = file.message_type.add(name="Event")
    event.field.extend([
        field("wall_time", 1, F.TYPE_DOUBLE),
        field("step", 2, F.TYPE_INT64),
        field("file_version", 3, F.TYPE_STRING),
        field("summary", 5, F.TYPE_MESSAGE, False, ".tensorflow.Summary"),
    ])
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    descriptor = pool.FindMessageTypeByName("tensorflow.Event")
    if hasattr(message_factory, "GetMessageClass"):
        return message_factory.GetMessageClass(descriptor)
    return message_factory.MessageFactory(pool).GetPrototype(descriptor)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


assert crc32c(b"123456789") == 0xE3069283


def masked(data):
    crc = crc32c(data)
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def record(event):
    data = event.SerializeToString()
    length = struct.pack("<Q", len(data))
    return length + struct.pack("<I", masked(length)) + data + struct.pack("<I", masked(data))


Event = messages()
events = [Event(wall_time=1700000000.5, file_version="brain.Event:2")]


def scalars(step, pairs):
    event = Event(wall_time=1700000000.5, step=step)
    for tag, value in pairs:
        event.summary.value.add(tag=tag, simple_value=value)
    return event


for step, cost, accuracy in [(200, 0.6931471805599453, 0.5), (400, 1e-3, 1.0)]:
    events.append(scalars(step, [
        ("cost/train", cost), ("cost/last_batch", cost), ("training/learning_rate", 1.2),
        ("cost/train_end", cost / 2), ("accuracy/dev", accuracy)]))
    events.append(scalars(step, [
        ("weights/dense_1", 3.5), ("gradients/dense_1", 0.25), ("updates/dense_1", 0.125),
        ("activations/dense_1", 0.75), ("dead/dense_1", 0.5)]))

pathlib.Path(__file__).with_name("events.golden").write_bytes(b"".join(map(record, events)))
